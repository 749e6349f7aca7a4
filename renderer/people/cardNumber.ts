/** Numbers of library cards and accounts are long; dates and telephone numbers with their spaces are not taken for one. */
export const looksLikeCardNumber = (text: string): boolean => /\d{9,}|\b\d{4}[ -]\d{4}[ -]\d{4}/.test(text);
