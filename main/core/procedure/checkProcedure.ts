import { done, failed, type Result } from '../../contract/problem.ts';
import { procedureSchema, stepsOf, type Procedure } from '../../contract/procedure.ts';

/**
 * Checks a procedure as it was read from YAML: its shape, that every identifier is used once, and that every number a
 * step dials is listed. `ProcedureInvalid` names the first place that does not hold.
 */
export const checkProcedure = (raw: unknown, file: string): Result<Procedure> => {
  const parsed = procedureSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return invalid(file, `${issue?.path.join('.') || 'the document'}: ${issue?.message ?? 'not a procedure'}`);
  }
  const procedure = parsed.data;
  const seen = new Set<string>();
  for (const id of identifiersOf(procedure)) {
    if (seen.has(id)) return invalid(file, `the identifier "${id}" is used twice`);
    seen.add(id);
  }
  const numbers = new Set(procedure.numbers.map((number) => number.id));
  for (const step of stepsOf(procedure)) {
    if (step.action?.do === 'dial' && !numbers.has(step.action.number)) return invalid(file, `step "${step.id}" dials "${step.action.number}", which is not among the numbers`);
  }
  return done(procedure);
};

const identifiersOf = (procedure: Procedure): readonly string[] => [
  ...procedure.sections.flatMap((section) => [section.id, ...(section.type === 'question' ? section.answers.map((answer) => answer.id) : [])]),
  ...stepsOf(procedure).map((step) => step.id),
];

const invalid = (file: string, what: string) =>
  failed('ProcedureInvalid', `The procedure file ${file} cannot be used: ${what}.`, 'Correct the file and start again; until then the procedure that came with the program is shown.');
