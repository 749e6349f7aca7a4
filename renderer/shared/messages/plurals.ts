export interface Wordings {
  readonly [key: string]: string | Wordings;
}

/**
 * A catalogue with a form for each of its language's plural categories. Spanish has one for full millions ("1.000.000 de registros"): the common form does there,
 * since millions are written in digits; without any, i18next would take the English sentence.
 */
export const withEveryPlural = (language: string, catalogue: Wordings): Wordings => {
  const hasMany = new Intl.PluralRules(language).resolvedOptions().pluralCategories.includes('many');
  const complete = (part: Wordings): Wordings =>
    Object.fromEntries(
      Object.entries(part).flatMap(([key, wording]): readonly (readonly [string, string | Wordings])[] => {
        if (typeof wording !== 'string') return [[key, complete(wording)]];
        return hasMany && key.endsWith('_other') ? [[key, wording], [key.replace(/_other$/, '_many'), wording]] : [[key, wording]];
      }),
    );
  return complete(catalogue);
};
