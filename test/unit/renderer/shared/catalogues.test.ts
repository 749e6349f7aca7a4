import { expect, test } from 'vitest';
import { windowLanguages } from '../../../../main/contract/index.ts';
import { english } from '../../../../renderer/shared/messages/english.ts';
import { german } from '../../../../renderer/shared/messages/german.ts';
import { spanish } from '../../../../renderer/shared/messages/spanish.ts';
import { withEveryPlural, type Wordings } from '../../../../renderer/shared/messages/plurals.ts';

/** Every wording by the path of its key. */
const wordings = (part: Wordings, path = ''): ReadonlyMap<string, string> =>
  new Map(Object.entries(part).flatMap(([key, wording]) => (typeof wording === 'string' ? [[`${path}${key}`, wording] as const] : [...wordings(wording, `${path}${key}.`)])));
const placeholders = (wording: string): readonly string[] => [...wording.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name = '']) => name).toSorted();

const original = wordings(english);
const others = [
  ['German', wordings(german)],
  ['Spanish', wordings(spanish)],
] as const;

test('there is a catalogue for each language of the window', () => expect(windowLanguages).toHaveLength(others.length + 1));

test.each(others)('the %s catalogue has no key that the English one lacks', (_, catalogue) => {
  expect([...catalogue.keys()].filter((key) => !original.has(key))).toEqual([]);
});

test.each(others)('every %s wording fills in what the English one does, and nothing else', (_, catalogue) => {
  const differing = [...catalogue].filter(([key, wording]) => new Set(placeholders(wording)).symmetricDifference(new Set(placeholders(original.get(key) ?? ''))).size > 0 && !isSingular(key, wording));
  expect(differing).toEqual([]);
});

test.each(others)('what a site fills into its own %s letters is called as in English', (_, catalogue) => {
  const own = (wording = ''): readonly string[] => [...wording.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)].map(([, name = '']) => name).toSorted();
  const differing = [...catalogue].filter(([key, wording]) => new Set(own(wording)).symmetricDifference(new Set(own(original.get(key)))).size > 0);
  expect(differing).toEqual([]);
});

/** "One other desk" needs no number, in whichever language. */
const isSingular = (key: string, wording: string): boolean => {
  const own = new Set(placeholders(wording)).add('count');
  return key.endsWith('_one') && own.symmetricDifference(new Set(placeholders(original.get(key) ?? '')).add('count')).size === 0;
};

test.each(others)('no %s wording is empty, or stands about with spaces around it', (_, catalogue) => {
  expect([...catalogue].filter(([key, wording]) => wording.trim() !== wording || (wording === '' && original.get(key) !== ''))).toEqual([]);
});

test('full millions take the common form in Spanish, and no other language has one of its own for them', () => {
  expect(withEveryPlural('es', { line_one: '{{count}} línea', line_other: '{{count}} líneas', name: 'Línea' })).toEqual({ line_one: '{{count}} línea', line_other: '{{count}} líneas', line_many: '{{count}} líneas', name: 'Línea' });
  expect(withEveryPlural('de', { part: { line_other: '{{count}} Zeilen' } })).toEqual({ part: { line_other: '{{count}} Zeilen' } });
});
