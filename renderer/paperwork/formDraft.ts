import { flawsOfRecordForm, recordFormSchema, type RecordForm } from '../../main/contract/index.ts';
import { freeId } from '../settings/freeId.ts';

/** What is wrong at one place of a form that is worked on: `categories.2.name`. */
export interface FormFlaw {
  readonly path: string;
  readonly kind: 'empty' | ReturnType<typeof flawsOfRecordForm>[number]['kind'];
}

/** @param known the form as the site has it */
export const flawsOfDraft = (draft: RecordForm, known: RecordForm): readonly FormFlaw[] => {
  const shape = recordFormSchema.safeParse(draft);
  const empty = shape.success ? [] : shape.error.issues.map(({ path }) => ({ path: path.join('.'), kind: 'empty' as const }));
  const emptied = new Set(empty.map(({ path }) => path));
  return [...empty, ...flawsOfRecordForm(draft, known).filter(({ path }) => !emptied.has(path))];
};

/** New lines get ids that can be read: what refers to them goes along. Ids of what the site knows stay. */
export const withReadableIds = (draft: RecordForm, known: RecordForm): RecordForm => {
  const named = <Item extends { readonly id: string }>(items: readonly Item[], before: readonly Item[], nameOf: (item: Item) => string, otherwise: string): ReadonlyMap<string, string> => {
    const fixed = new Set(before.map(({ id }) => id));
    const taken = [...fixed];
    return new Map(
      items.map((item) => {
        if (fixed.has(item.id)) return [item.id, item.id];
        const id = freeId(nameOf(item), taken, otherwise);
        taken.push(id);
        return [item.id, id];
      }),
    );
  };
  const categories = named(draft.categories, known.categories, ({ name }) => name, 'category');
  const rules = named(draft.rules, known.rules, ({ text }) => text, 'rule');
  const fields = named(draft.fields, known.fields, ({ label }) => label, 'field');
  const renamed = <Item extends { readonly id: string }>(items: readonly Item[], ids: ReadonlyMap<string, string>): Item[] => items.map((item) => ({ ...item, id: ids.get(item.id) ?? item.id }));
  return {
    ...draft,
    categories: renamed(draft.categories, categories),
    rules: renamed(draft.rules, rules),
    fields: renamed(draft.fields, fields).map((field) => ({ ...field, categories: field.categories.map((id) => categories.get(id) ?? id), choices: field.kind === 'choice' ? field.choices : [] })),
  };
};

/** What the site knows and one of the forms to begin with lacks: it would be retired, and is shown so. */
export const takeSet = (set: RecordForm, known: RecordForm): RecordForm => ({
  categories: [...set.categories, ...besides(known.categories, set.categories)],
  places: set.places,
  rules: [...set.rules, ...besides(known.rules, set.rules)],
  // A question that the site has under the same id keeps its kind.
  fields: [...set.fields.map((field) => known.fields.find(({ id, kind }) => id === field.id && kind !== field.kind) ?? field), ...besides(known.fields, set.fields)],
});

const besides = <Item extends { readonly id: string }>(known: readonly Item[], set: readonly Item[]): Item[] => known.filter(({ id }) => !set.some((item) => item.id === id)).map((item) => ({ ...item, retired: true }));

/** Places are never retired: records hold their names. */
export const isRetired = (item: object): boolean => 'retired' in item && item.retired === true;

/** One place further up, past what is retired. */
export const movedUp = <Item extends object>(items: readonly Item[], index: number): Item[] => {
  const above = items.findLastIndex((item, at) => at < index && !isRetired(item));
  const moving = items[index];
  return above === -1 || moving === undefined ? [...items] : items.toSpliced(index, 1).toSpliced(above, 0, moving);
};
