import type { ToTranslate } from './toTranslate.ts';
import type { Translated } from './translated.ts';
import type { english } from './english.ts';

/** The German catalogue. */
export const german: Translated<Omit<typeof english, ToTranslate>> = {};
