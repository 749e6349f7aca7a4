import { expect, test } from 'vitest';
import { dayAfterKey } from '../../../../../renderer/shared/fields/dayAfterKey.ts';
import { firstDayOfWeek, inFigures, patternOf } from '../../../../../renderer/shared/fields/writtenDay.ts';

test('a day is written in figures as the region writes it', () => {
  expect(['en-GB', 'en-US', 'de-DE', 'es-ES'].map((locale) => inFigures('2026-04-03', locale))).toEqual(['03/04/2026', '04/03/2026', '03.04.2026', '03/04/2026']);
});

test('what is no day is shown as it is', () => {
  expect(['', 'soon', '2026-13-45'].map((text) => inFigures(text, 'de-DE'))).toEqual(['', 'soon', '2026-13-45']);
});

test('the pattern has the letters of the language in the order of the region', () => {
  expect(patternOf('de-DE', { day: 'TT', month: 'MM', year: 'JJJJ' })).toBe('TT.MM.JJJJ');
  expect(patternOf('es-ES', { day: 'dd', month: 'mm', year: 'aaaa' })).toBe('dd/mm/aaaa');
});

test('a week begins with Monday in Europe', () => {
  expect(['en-GB', 'de-DE', 'es-ES', 'en-US'].map(firstDayOfWeek)).toEqual([1, 1, 1, 0]);
});

test('the keys of a calendar go on from one month into the next', () => {
  expect([dayAfterKey('2026-11-30', 'ArrowRight'), dayAfterKey('2026-12-01', 'ArrowLeft'), dayAfterKey('2026-02-25', 'ArrowDown'), dayAfterKey('2027-01-01', 'ArrowUp')]).toEqual(['2026-12-01', '2026-11-30', '2026-03-04', '2026-12-25']);
  expect([dayAfterKey('2026-01-31', 'PageDown'), dayAfterKey('2024-01-31', 'PageDown'), dayAfterKey('2026-03-31', 'PageUp')]).toEqual(['2026-02-28', '2024-02-29', '2026-02-28']);
  expect(dayAfterKey('2026-11-30', 'Tab')).toBeNull();
});
