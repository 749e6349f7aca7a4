import { describe, expect, it } from 'vitest';
import { mapTexts, withholding } from '../../../../main/core/person/withhold.ts';

describe('leaving out the names of others', () => {
  const hide = withholding(['Priya Shah', 'Sam O’Kafor', 'Mo Nowak'], ['Mo Grey']);

  it('leaves out whole names and their parts, in any case, as words', () => {
    expect(hide('PRIYA asked Sam O’Kafor; Ms Shah wrote it down.')).toBe('[withheld] asked [withheld]; Ms [withheld] wrote it down.');
  });

  it('leaves other words alone, and those of the person’s own name', () => {
    expect(hide('The same shahs; Mo Grey came, Grey left.')).toBe('The same shahs; Mo Grey came, Grey left.');
    expect(withholding(['Jane Grey'], ['Mo Grey'])('Grey and Jane')).toBe('Grey and [withheld]');
  });

  it('takes names as they are, whatever signs are in them', () => {
    expect(withholding(['A. (Tony) Li-Wei'], [])('A. (Tony) Li-Wei, tony.')).toBe('[withheld], [withheld].');
  });

  it('leaves out whoever decided, whole; the words of an office stay where they are no name', () => {
    const decided = withholding([], [], ['The head of the library', 'Ada Boateng']);
    expect(decided('The head of the library wrote; Boateng read it in the library.')).toBe('[withheld] wrote; [withheld] read it in the library.');
  });

  it('changes nothing where there is nobody', () => {
    expect(withholding([], [])('Priya')).toBe('Priya');
  });

  it('reaches every text of a document, and no name of a member', () => {
    expect(mapTexts({ Shah: ['Shah', { note: 'Shah', count: 3, none: null }] }, hide)).toEqual({ Shah: ['[withheld]', { note: '[withheld]', count: 3, none: null }] });
  });
});
