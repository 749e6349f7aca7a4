import { stringify } from 'yaml';
import { done, failed, type Result } from '../../contract/problem.ts';
import { procedureSchema, type Procedure } from '../../contract/procedure.ts';
import { flawsOfProcedure, type ProcedureFlaw } from '../../contract/procedureFlaws.ts';
import { issueOf, readYaml, segmentsOf, type Path } from '../yamlLines.ts';

export const procedureToYaml = (procedure: Procedure): string => stringify(procedure, { lineWidth: 0 });

/** Sections, answers and steps within steps within steps, with their translations, are not as deep as that. */
const deepest = 16;

/**
 * The procedure that a YAML text describes. `ProcedureInvalid` names the line and the key of the first mistake. `tolerant`: what was in use before
 * discreet wordings were looked at stays in use.
 */
export const procedureFromYaml = (text: string, { file, tolerant = false }: { readonly file?: string; readonly tolerant?: boolean } = {}): Result<Procedure> => {
  const yaml = readYaml(text, deepest);
  if (!yaml.ok) return invalid(file, yaml.line, [], yaml.message, 'Write it as quietbell procedures export prints one.');
  const at = (path: Path, message: string, remedy: string) => invalid(file, yaml.lineOf(path), path, message, remedy);
  const parsed = procedureSchema.safeParse(yaml.value);
  if (!parsed.success) {
    const { path, message } = issueOf(parsed.error);
    return at(path, message, correct);
  }
  const flaw = flawsOfProcedure(parsed.data).find(({ kind }) => !tolerant || kind !== 'giveaway');
  return flaw === undefined ? done(parsed.data) : at(segmentsOf(flaw.path), ...flawWords(flaw));
};

const correct = 'Correct the line; nothing was changed.';

/** What is wrong, and what to do. */
export const flawWords = ({ kind, what }: ProcedureFlaw): readonly [message: string, remedy: string] => {
  switch (kind) {
    case 'twice':
      return [`The identifier "${what}" is used twice`, 'Give one of them another name; records refer to steps by it.'];
    case 'number':
      return [`It dials "${what}", which is not among the numbers`, 'Add the number, or name one that is there.'];
    case 'deep':
      return [`The step "${what}" stands deeper than three`, 'Put it one step further out.'];
    case 'giveaway':
      return [`The discreet wording says "${what}"`, 'A visitor may read it over the counter: write it as service talk.'];
  }
};

const invalid = (file: string | undefined, line: number, path: Path, message: string, remedy: string) =>
  failed('ProcedureInvalid', `${file === undefined ? 'Line' : `${file}, line`} ${line}${path.length === 0 ? '' : `, ${path.join('.')}`}: ${message}.`, remedy, 'text');
