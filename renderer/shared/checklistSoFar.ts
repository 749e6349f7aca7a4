import { cuesOf, stepsOf, type Procedure, type Run } from '../../main/contract/index.ts';

/** One thing known from the desk: an answer to a question, a ticked step, or something that was seen, in full wording. */
export interface ChecklistEntry {
  readonly id: string;
  readonly kind: 'answer' | 'tick' | 'cue';
  readonly text: string;
  /** The question that was answered. */
  readonly question: string | null;
  readonly at: string;
}

/**
 * What the desk's checklist says so far, oldest first, in the words of the version that was walked through. A step or
 * answer that it does not know is shown by its name, never left out.
 */
export const checklistSoFar = (run: Run, procedure: Procedure | undefined): readonly ChecklistEntry[] => {
  const wordingByStep = new Map(procedure === undefined ? [] : [...stepsOf(procedure), ...cuesOf(procedure)].map((step) => [step.id, step.wording.full]));
  const cues = new Set(procedure === undefined ? [] : cuesOf(procedure).map(({ id }) => id));
  const ticks = run.ticks.map(({ step, at }): ChecklistEntry => ({ id: `tick ${step}`, kind: cues.has(step) ? 'cue' : 'tick', text: wordingByStep.get(step) ?? step, question: null, at }));
  const answers = run.answers.map(({ question, answer, at }): ChecklistEntry => ({ id: `answer ${question}`, kind: 'answer', ...answerWords(procedure, question, answer), at }));
  return [...answers, ...ticks].toSorted((one, other) => one.at.localeCompare(other.at));
};

const answerWords = (procedure: Procedure | undefined, question: string, answer: string): Pick<ChecklistEntry, 'text' | 'question'> => {
  const section = procedure?.sections.find(({ id }) => id === question);
  if (section?.type !== 'question') return { text: answer, question };
  return { text: section.answers.find(({ id }) => id === answer)?.wording.full ?? answer, question: section.title.full };
};
