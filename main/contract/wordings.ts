import type { Faces, Procedure, Section, Step, Wording } from './procedure.ts';

/** Where a wording stands in the document: `sections.0.steps.1.wording`. */
export type WordingChange = (wording: Wording, path: string) => Wording;

/** The same procedure with every wording changed. */
export const mapWordings = (procedure: Procedure, change: WordingChange): Procedure => {
  const step = ({ steps, wording, ...rest }: Step, path: string): Step => ({
    ...rest,
    wording: change(wording, `${path}.wording`),
    ...(steps === undefined ? {} : { steps: steps.map((each, index) => step(each, `${path}.steps.${index}`)) }),
  });
  const section = (before: Section, path: string): Section => {
    const title = change(before.title, `${path}.title`);
    switch (before.type) {
      case 'steps':
        return { ...before, title, steps: before.steps.map((each, index) => step(each, `${path}.steps.${index}`)) };
      case 'question':
        return {
          ...before,
          title,
          answers: before.answers.map((answer, index) => ({
            ...answer,
            wording: change(answer.wording, `${path}.answers.${index}.wording`),
            steps: answer.steps.map((each, at) => step(each, `${path}.answers.${index}.steps.${at}`)),
          })),
        };
      case 'cues':
        return { ...before, title, cues: before.cues.map((cue, index) => ({ ...cue, wording: change(cue.wording, `${path}.cues.${index}.wording`) })) };
    }
  };
  return {
    ...procedure,
    title: change(procedure.title, 'title'),
    numbers: procedure.numbers.map((number, index) => ({ ...number, label: change(number.label, `numbers.${index}.label`) })),
    codePhrase: change(procedure.codePhrase, 'codePhrase'),
    alarmCode: { ...procedure.alarmCode, wording: change(procedure.alarmCode.wording, 'alarmCode.wording') },
    safeRoom: { ...procedure.safeRoom, wording: change(procedure.safeRoom.wording, 'safeRoom.wording') },
    sections: procedure.sections.map((each, index) => section(each, `sections.${index}`)),
  };
};

export interface PlacedWording {
  readonly path: string;
  readonly wording: Wording;
}

export const wordingsOf = (procedure: Procedure): readonly PlacedWording[] => {
  const found: PlacedWording[] = [];
  mapWordings(procedure, (wording, path) => {
    found.push({ path, wording });
    return wording;
  });
  return found;
};

/** The procedure's own language, then those that something was translated into. */
export const languagesOf = (procedure: Procedure): readonly string[] => [
  ...new Set([procedure.language, ...wordingsOf(procedure).flatMap(({ wording }) => Object.keys(wording.translations ?? {})).toSorted()]),
];

/** `de-AT` is served by `de` where it has no wording of its own. */
const facesIn = (wording: Wording, language: string): Faces | undefined => wording.translations?.[language] ?? wording.translations?.[language.split('-')[0] ?? ''];

const isOwn = (procedure: Procedure, language: string | null): language is null => language === null || language === procedure.language;

/** The procedure as somebody reads it in one language: what is not translated stays in its own. Null: its own language. */
export const inLanguage = (procedure: Procedure, language: string | null): Procedure =>
  isOwn(procedure, language) ? procedure : mapWordings(procedure, (wording) => ({ ...wording, ...facesIn(wording, language) }));

/** The first of these languages that the procedure is written in or that something of it was translated into; its own otherwise. */
export const firstLanguageOf = (procedure: Procedure, wanted: readonly string[]): string | null =>
  wanted.find((language) => isOwn(procedure, language) || wordingsOf(procedure).some(({ wording }) => facesIn(wording, language) !== undefined)) ?? null;

/** Where a wording has no translation. */
export const untranslated = (procedure: Procedure, language: string): readonly string[] =>
  isOwn(procedure, language) ? [] : wordingsOf(procedure).flatMap(({ path, wording }) => (facesIn(wording, language) === undefined ? [path] : []));
