import { plainWords } from './plainWords.ts';

/** Letters that no accent makes of another, by what the alphabets of our languages put them beside. */
const besides = new Map([['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['þ', 'th']]);

/** Behind every other letter that may follow. */
const last = '\u{10FFFF}';

/**
 * What the database, which compares bytes, puts titles in order by, for readers of every language: as the locale-sensitive comparison of ECMA-402 would in English and German,
 * and in Spanish too, where ñ is a letter of its own behind n. Not for reading.
 */
export const sortKey = (text: string): string =>
  plainWords(text.normalize('NFD').replaceAll(/n\u0303/giu, `n${last}`))
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => besides.get(letter) ?? letter);
