import type { ToTranslate } from './toTranslate.ts';
import type { Translated } from './translated.ts';
import type { english } from './english.ts';

/** The Spanish catalogue. */
export const spanish: Translated<Omit<typeof english, ToTranslate>> = {};
