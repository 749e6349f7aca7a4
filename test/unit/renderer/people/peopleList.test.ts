import { describe, expect, it } from 'vitest';
import type { PersonLine } from '../../../../main/contract/index.ts';
import { looksLikeCardNumber } from '../../../../renderer/people/cardNumber.ts';
import { peopleEntries, searchPeople } from '../../../../renderer/people/peopleList.ts';

const file = { status: 'approved', waiting: false, reviewOn: '2027-05-24', review: 'later', changedAt: '2026-11-24T09:00:00.000Z' } as const;
const line = (id: string, part: Partial<PersonLine> = {}): PersonLine => ({ id, names: [id], description: '', banned: false, marked: false, file, ...part });
const draft = { id: 'd', names: ['Zoë Unterweger'], description: '', before: '', marker: '', reviewOn: '', incident: null, savedAt: '2026-11-24T09:00:00.000Z', leftBy: null };

describe('the list of people', () => {
  const entries = peopleEntries(
    [draft],
    [
      line('nothing'),
      line('banned', { banned: true }),
      line('due', { marked: true, file: { ...file, review: 'this-quarter' } }),
      line('overdue', { file: { ...file, review: 'overdue' } }),
      line('rejected', { file: { ...file, status: 'rejected', review: 'overdue' } }),
      line('waiting', { banned: true, file: { ...file, waiting: true, review: 'overdue' } }),
      line('at a desk', { marked: true, file: null }),
    ],
  );

  it('puts first what is to be done, each person once; what was rejected asks for nothing', () => {
    expect(entries.map(({ key, group }) => [key, group])).toEqual([
      ['draft/d', 'draft'],
      ['file/waiting', 'waiting'],
      ['file/due', 'review'],
      ['file/overdue', 'review'],
      ['file/banned', 'standing'],
      ['card/at a desk', 'standing'],
      ['file/nothing', 'other'],
      ['file/rejected', 'other'],
    ]);
  });

  it('names those whom a desk may know of in the order of the reader’s language, and leaves files as they changed', () => {
    const cards = ['Zimmer', 'Österreicher', 'Ärmel', 'Otto'].map((name) => line(name, { names: [name], marked: true, file: null }));
    expect(peopleEntries([], cards).map(({ key }) => key)).toEqual(['card/Ärmel', 'card/Österreicher', 'card/Otto', 'card/Zimmer']);
    expect(peopleEntries([], [line('b'), line('a')]).map(({ key }) => key)).toEqual(['file/b', 'file/a']);
  });

  it('is searched by every word, whatever its case and accents', () => {
    expect(searchPeople(entries, ' zoe UNTER ').map(({ key }) => key)).toEqual(['draft/d']);
    expect(searchPeople(entries, '')).toHaveLength(8);
  });
});

describe('numbers that look like those of cards', () => {
  it('are told from dates, times and telephone numbers', () => {
    for (const text of ['card 21234567890123', '2123 4567 8901 23', '1234-5678-9012']) expect(looksLikeCardNumber(text)).toBe(true);
    for (const text of ['on 24.11.2026 at 14:03', '2026-11-24', 'call 0 555 0148', '+44 20 7946 0958']) expect(looksLikeCardNumber(text)).toBe(false);
  });
});
