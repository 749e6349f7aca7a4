import type { RecordForm } from '../../contract/recordForm.ts';
import type { Event } from '../event/catalogue.ts';

/** The form that was saved last, with what earlier ones had beyond it retired; null before the first. */
export const foldRecordForm = (events: readonly Event[]): RecordForm | null =>
  events.reduce<RecordForm | null>((form, event) => (event.kind !== 'RecordFormChanged' ? form : form === null ? event.body.form : keepRetired(event.body.form, form)), null);

/** Whoever changes the form at the same time as somebody else takes nothing away for good: what one of them added is there, retired, and can be taken up again. */
const keepRetired = (form: RecordForm, before: RecordForm): RecordForm => ({
  ...form,
  categories: [...form.categories, ...retiredFrom(before.categories, form.categories)],
  rules: [...form.rules, ...retiredFrom(before.rules, form.rules)],
  fields: [...form.fields, ...retiredFrom(before.fields, form.fields)],
});

const retiredFrom = <Item extends { readonly id: string; readonly retired: boolean }>(before: readonly Item[], now: readonly Item[]): readonly Item[] => {
  const present = new Set(now.map(({ id }) => id));
  return before.filter(({ id }) => !present.has(id)).map((item) => ({ ...item, retired: true }));
};
