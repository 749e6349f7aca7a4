import { z } from 'zod';

/** The languages of the window: each has a whole catalogue of its wording. */
export const windowLanguages = ['en', 'de', 'es'] as const;
export const windowLanguageSchema = z.enum(windowLanguages);
export type WindowLanguage = z.infer<typeof windowLanguageSchema>;
