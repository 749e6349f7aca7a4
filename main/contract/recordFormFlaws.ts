import type { RecordForm } from './recordForm.ts';

/** What keeps a form of the right shape from being used, and where: `fields.2.choices`. */
export interface RecordFormFlaw {
  readonly kind: 'id-twice' | 'name-twice' | 'few-choices' | 'choice-twice' | 'category-unknown' | 'kind-changed';
  readonly path: string;
  /** The words that it is about. */
  readonly what: string;
}

/** `known`: the form as it stands. A field whose kind changed would give what was written in it before another meaning. */
export const flawsOfRecordForm = (form: RecordForm, known: RecordForm): readonly RecordFormFlaw[] => [
  ...(['categories', 'rules', 'fields'] as const).flatMap((list) => second(form[list].map(({ id }) => id), 'id-twice', (index) => `${list}.${index}.id`)),
  ...second(inUse(form.categories, ({ name }) => name), 'name-twice', (index) => `categories.${index}.name`),
  ...second(inUse(form.rules, ({ text }) => text), 'name-twice', (index) => `rules.${index}.text`),
  ...second(inUse(form.fields, ({ label }) => label), 'name-twice', (index) => `fields.${index}.label`),
  ...second(form.places.map(({ name }) => name), 'name-twice', (index) => `places.${index}.name`),
  ...form.fields.flatMap((field, index): readonly RecordFormFlaw[] => [
    ...(field.kind === 'choice' && field.choices.length < 2 ? [{ kind: 'few-choices' as const, path: `fields.${index}.choices`, what: field.label }] : []),
    ...second(field.choices, 'choice-twice', (place) => `fields.${index}.choices.${place}`),
    ...field.categories.flatMap((category, place) => (form.categories.some(({ id }) => id === category) ? [] : [{ kind: 'category-unknown' as const, path: `fields.${index}.categories.${place}`, what: category }])),
    ...(known.fields.some(({ id, kind }) => id === field.id && kind !== field.kind) ? [{ kind: 'kind-changed' as const, path: `fields.${index}.kind`, what: field.label }] : []),
  ]),
];

/** Null where something is retired: its name may be used again. */
const inUse = <Item extends { readonly retired: boolean }>(items: readonly Item[], nameOf: (item: Item) => string): readonly (string | null)[] => items.map((item) => (item.retired ? null : nameOf(item)));

const second = (words: readonly (string | null)[], kind: RecordFormFlaw['kind'], pathOf: (index: number) => string): readonly RecordFormFlaw[] => {
  const seen = new Set<string>();
  return words.flatMap((word, index) => {
    if (word === null) return [];
    const known = word.trim().toLowerCase();
    if (seen.has(known)) return [{ kind, path: pathOf(index), what: word }];
    seen.add(known);
    return [];
  });
};
