import { stepsOf, type Procedure, type Run } from '../../main/contract/index.ts';

/** One thing known from the desk: an answer to a question or a ticked step, in full wording. */
export interface ChecklistEntry {
  readonly id: string;
  readonly kind: 'answer' | 'tick';
  readonly text: string;
  /** The question that was answered. */
  readonly question: string | null;
  readonly at: string;
}

/**
 * What the desk's checklist says so far, oldest first. A step or answer that the procedure of this
 * station does not know (another version) is shown by its name, never left out.
 */
export const checklistSoFar = (run: Run, procedures: readonly Procedure[]): readonly ChecklistEntry[] => {
  const procedure = procedures.find(({ id }) => id === run.procedure);
  const wordingByStep = new Map(procedure === undefined ? [] : stepsOf(procedure).map((step) => [step.id, step.wording.full]));
  const ticks = run.ticks.map(({ step, at }): ChecklistEntry => ({ id: `tick ${step}`, kind: 'tick', text: wordingByStep.get(step) ?? step, question: null, at }));
  const answers = run.answers.map(({ question, answer, at }): ChecklistEntry => ({ id: `answer ${question}`, kind: 'answer', ...answerWords(procedure, question, answer), at }));
  return [...answers, ...ticks].toSorted((one, other) => one.at.localeCompare(other.at));
};

const answerWords = (procedure: Procedure | undefined, question: string, answer: string): Pick<ChecklistEntry, 'text' | 'question'> => {
  const section = procedure?.sections.find(({ id }) => id === question);
  if (section?.type !== 'question') return { text: answer, question };
  return { text: section.answers.find(({ id }) => id === answer)?.wording.full ?? answer, question: section.title.full };
};
