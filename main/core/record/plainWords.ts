/** Text as it is compared: without accents, in small letters. */
export const plainWords = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().trim();
