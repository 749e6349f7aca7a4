import { z } from 'zod';
import { lineSchema, slugSchema, textSchema } from './common.ts';

/** Whatever was in use once is never taken away, only retired: no new record is asked for it, and its name means nothing else. */
const kept = { id: slugSchema, retired: z.boolean().default(false) };

export const recordCategorySchema = z.strictObject({ ...kept, name: lineSchema(60) });

/** A house rule that can be broken. */
export const houseRuleSchema = z.strictObject({ ...kept, text: lineSchema(200) });

/** A place on the site's own map: where something can happen. Records hold its name as it was. */
export const mappedPlaceSchema = z.strictObject({ name: lineSchema(80), /** The floor or part of the house it is in; places of one area stand together. */ area: textSchema(60).default('') });

export const fieldKindSchema = z.enum(['text', 'long-text', 'number', 'date', 'choice', 'yes-no']);

export const ownFieldSchema = z.strictObject({
  ...kept,
  label: lineSchema(80),
  help: textSchema(200).default(''),
  kind: fieldKindSchema.default('text'),
  /** What can be chosen; for `choice` alone. */
  choices: z.array(lineSchema(80)).max(30).default([]),
  /** The categories whose records have it; empty: all records. */
  categories: z.array(slugSchema).max(50).default([]),
  /** No record is filed without it. It never keeps a draft from being begun. */
  required: z.boolean().default(false),
});

/** What the site asks for in its records: one document a site. What is asked everywhere (when, who, what was said and done) is no part of it. */
export const recordFormSchema = z.strictObject({
  categories: z.array(recordCategorySchema).max(60).default([]),
  places: z.array(mappedPlaceSchema).max(300).default([]),
  rules: z.array(houseRuleSchema).max(60).default([]),
  fields: z.array(ownFieldSchema).max(40).default([]),
});

/** Forms to begin with. */
export const recordFormSetSchema = z.enum(['library', 'clinic', 'council']);

export const recordFormSetsSchema = z.array(z.object({ set: recordFormSetSchema, form: recordFormSchema }));

/** The fields that a record of that category is asked for; null: of none so far. */
export const fieldsOf = (form: RecordForm, category: string | null): readonly OwnField[] =>
  form.fields.filter(({ retired, categories }) => !retired && (categories.length === 0 || (category !== null && categories.includes(category))));

export type RecordCategory = z.output<typeof recordCategorySchema>;
export type MappedPlace = z.output<typeof mappedPlaceSchema>;
export type OwnField = z.output<typeof ownFieldSchema>;
export type RecordForm = z.output<typeof recordFormSchema>;
export type RecordFormSet = z.infer<typeof recordFormSetSchema>;
