import { describe, expect, it } from 'vitest';
import { sortKey } from '../../../../main/core/record/sortKey.ts';

describe('the key by which titles are put in order', () => {
  const inOrder = (titles: readonly string[]) => titles.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));

  it.each([
    ['en', ['apple', 'Éclair', 'Egg', 'Zoo']],
    ['de', ['Ärger', 'Arm', 'Ofen', 'Öl', 'Straßburg', 'Strasse', 'Straßen', 'Strauch', 'Zug']],
    ['es', ['cana', 'canto', 'cañada', 'caño', 'capa', 'ñandú', 'oca', 'Óscar', 'otro']],
  ])('orders as %s does', (language, titles) => {
    expect(inOrder(titles.toReversed())).toEqual(titles.toSorted(new Intl.Collator(language).compare));
  });
});
