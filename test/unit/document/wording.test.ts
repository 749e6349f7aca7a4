import { describe, expect, test } from 'vitest';
import { windowLanguages } from '../../../main/contract/index.ts';
import { createWording } from '../../../main/document/wording.ts';

/** Every text of a catalogue by its path; what is filled in is named by its place. */
const textsIn = (part: unknown, path = ''): [string, string][] => {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String(part('<0>', '<1>', '<2>'))]];
  return typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([key, value]) => textsIn(value, `${path}.${key}`)) : [];
};
const filledIn = (text: string): string[] => [...text.matchAll(/<\d>/g)].map(([place]) => place).toSorted();
const english = new Map(textsIn(createWording('en').words));

describe.each(windowLanguages.filter((language) => language !== 'en'))('documents in %s', (language) => {
  const texts = new Map(textsIn(createWording(language).words));

  test('have every word, and fill in what the English ones do', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect([...texts].filter(([path, text]) => filledIn(text).join() !== filledIn(english.get(path) ?? '').join())).toEqual([]);
    expect([...texts].filter(([path, text]) => text.trim() !== text || (text === '' && english.get(path) !== ''))).toEqual([]);
  });
});

test('moments, days and figures are written by the rules of the reader', () => {
  const [inEnglish, inGerman, inSpanish] = [createWording('en'), createWording('de'), createWording('es')];
  expect([inEnglish, inGerman, inSpanish].map(({ day }) => day('2026-03-01'))).toEqual(['1 March 2026', '1. März 2026', '1 de marzo de 2026']);
  expect([inEnglish, inGerman].map(({ figure }) => figure(1234567))).toEqual(['1,234,567', '1.234.567']);
  expect(inGerman.localTime('2026-03-01T12:00:00.000Z')).toMatch(/^1\. März 2026, \d\d:00:00 /);
});

test('a day that is none stays as it was written', () => expect(createWording('de').day('some time in spring')).toBe('some time in spring'));
