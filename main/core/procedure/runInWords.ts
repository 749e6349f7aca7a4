import type { ChecklistEntry } from '../../contract/export.ts';
import { cuesOf, stepsOf, type Procedure, type Run } from '../../contract/procedure.ts';

/** What was ticked and answered, oldest first, in the words of the version that was walked through. What that does not know is shown by its name, never left out. */
export const runInWords = (run: Run, procedure: Procedure | undefined): readonly ChecklistEntry[] => {
  const steps = new Map(procedure === undefined ? [] : stepsOf(procedure).map(({ id, wording }) => [id, wording.full]));
  const cues = new Map(procedure === undefined ? [] : cuesOf(procedure).map(({ id, wording }) => [id, wording.full]));
  const answers = new Map((procedure?.sections ?? []).flatMap((section) => (section.type === 'question' ? section.answers.map((answer) => [answer.id, `${section.title.full} ${answer.wording.full}`] as const) : [])));
  return [
    ...run.ticks.map(({ step, at }): ChecklistEntry => {
      const cue = cues.get(step);
      return cue === undefined ? { at, kind: 'done', text: steps.get(step) ?? step } : { at, kind: 'seen', text: cue };
    }),
    ...run.answers.map(({ answer, at }): ChecklistEntry => ({ at, kind: 'judged', text: answers.get(answer) ?? answer })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};
