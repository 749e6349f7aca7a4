/** More are left out: nobody types them, and each costs a look at the index. */
const mostWords = 12;

/** Letters and digits with their marks, as SQLite's `unicode61` takes words apart; all else only stands between them. */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/**
 * What was typed as an FTS5 expression: every word has to occur, and the last one may go on as long as nothing was typed behind it. Each stands in quotes,
 * so that nothing in it is syntax. Null when there is no word in it.
 */
export const matchExpression = (text: string): string | null => {
  const words = (text.match(word) ?? []).slice(0, mostWords);
  const goesOn = /[\p{L}\p{N}\p{M}\p{Co}]$/u.test(text);
  return words.length === 0 ? null : words.map((each, index) => (goesOn && index === words.length - 1 ? `"${each}" *` : `"${each}"`)).join(' AND ');
};
