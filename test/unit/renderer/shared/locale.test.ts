import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { absoluteTime, clockTime, longDate } from '../../../../renderer/shared/time.ts';
import { compareNames, languageOfMachine, localeOf, readersLanguage } from '../../../../renderer/shared/locale.ts';
import { languageName } from '../../../../renderer/shared/languageName.ts';
import { startMessages } from '../../../../renderer/shared/messages/messages.ts';

beforeAll(() => startMessages('en'));
afterEach(() => i18next.changeLanguage('en'));

test('the machine speaks the first of its languages that there is a catalogue of, and English when there is none', () => {
  expect(languageOfMachine(['fr-CA', 'es-MX', 'de'])).toBe('es');
  expect(languageOfMachine(['fr'])).toBe('en');
});

test('dates look as in the region that the machine is set to', () => {
  expect(localeOf('de', ['en-US', 'de-AT'])).toBe('de-AT');
  expect(localeOf('es', ['en-US'])).toBe('es-ES');
});

describe('in German', () => {
  test('dates, numbers in sentences and names of languages are German', async () => {
    await i18next.changeLanguage('de');
    expect(readersLanguage()).toBe('de');
    expect(longDate('2026-11-30T12:00:00')).toBe('Montag, 30. November 2026');
    expect(absoluteTime('2026-11-30T14:03:20')).toBe('30.11.2026, 14:03:20');
    expect(clockTime(new Date(2026, 10, 30, 14, 3))).toBe('14:03');
    expect(languageName('es')).toBe('Spanisch');
    expect(i18next.t('{{count}}', { count: 12_345.5, defaultValue: '{{count}}' })).toBe('12.345,5');
  });

  test('names are sorted as in a German directory, and numbers in them by size', () => {
    expect(['Zander', 'Österle', 'Ott', 'Oster', 'Tisch 10', 'Tisch 2'].toSorted((one, other) => compareNames(one, other, 'de-DE'))).toEqual(['Oster', 'Österle', 'Ott', 'Tisch 2', 'Tisch 10', 'Zander']);
  });
});

test('in Spanish, ñ comes after every n', () => {
  expect(['Muñoz', 'Munzón', 'Mora'].toSorted((one, other) => compareNames(one, other, 'es-ES'))).toEqual(['Mora', 'Munzón', 'Muñoz']);
});
