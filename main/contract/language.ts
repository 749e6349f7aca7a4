import { z } from 'zod';

/** The languages of the window: each has a whole catalogue of its wording. */
export const windowLanguages = ['en', 'de', 'es'] as const;
export const windowLanguageSchema = z.enum(windowLanguages);
/** In which a document is to be read: that of the desk where none is named, else English. */
export const documentLanguageSchema = windowLanguageSchema.optional();
export type WindowLanguage = z.infer<typeof windowLanguageSchema>;
