import type { z } from 'zod';
import type { WindowLanguage } from '../../contract/language.ts';
import { recordFormSchema, type RecordForm, type RecordFormSet } from '../../contract/recordForm.ts';
import { german } from './sets.de.ts';
import { english } from './sets.en.ts';
import { spanish } from './sets.es.ts';

/** A form of each kind of house as it is written down, in one language. */
export type WordedSets = Readonly<Record<RecordFormSet, z.input<typeof recordFormSchema>>>;

const setsByLanguage: Readonly<Record<WindowLanguage, WordedSets>> = { en: english, de: german, es: spanish };

/**
 * Forms to begin with: what such houses write down, in our words. A site takes one and makes it its own. Nothing in them is required: a record that must be filed in a hurry can be.
 * Ids are the same in every language, so that a site which begins in another one keeps what was filed together.
 */
export const recordFormSets = (language: WindowLanguage): Readonly<Record<RecordFormSet, RecordForm>> => forms[language];

/** Until a site has said otherwise; which rooms it has is nothing to guess. */
export const standardRecordForm = (language: WindowLanguage): RecordForm => ({ ...forms[language].library, places: [] });

const parsed = (language: WindowLanguage): Record<RecordFormSet, RecordForm> => {
  const sets = setsByLanguage[language];
  return { library: recordFormSchema.parse(sets.library), clinic: recordFormSchema.parse(sets.clinic), council: recordFormSchema.parse(sets.council) };
};

const forms: Readonly<Record<WindowLanguage, Readonly<Record<RecordFormSet, RecordForm>>>> = { en: parsed('en'), de: parsed('de'), es: parsed('es') };
