import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { windowLanguageSchema } from '../language.ts';
import { recordFormSchema, recordFormSetsSchema } from '../recordForm.ts';
import { base } from './base.ts';

/** What the site asks for in its records. */
export const recordFormCalls = {
  /** The site's own, or the program's until it has one. */
  get: base.output(recordFormSchema),
  watch: base.output(eventIterator(recordFormSchema)),
  /** Forms to begin with, in a language; in that of the desk where none is named. */
  sets: base.input(z.strictObject({ language: windowLanguageSchema.optional() }).prefault({})).output(recordFormSetsSchema),
  /** What was in it and is left out is retired. `RecordFormInvalid` names what does not fit. */
  save: base.input(recordFormSchema).output(recordFormSchema),
  toYaml: base.output(z.string()),
  /** The same from a YAML text. `RecordFormInvalid` names the line. */
  fromYaml: base.input(z.strictObject({ text: z.string().max(200_000) })).output(recordFormSchema),
};
