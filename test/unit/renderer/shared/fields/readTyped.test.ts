import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readDay, readDayAndTime, readTime, type DayReading } from '../../../../../renderer/shared/fields/readTyped.ts';
import { dayOrderOf, inFigures } from '../../../../../renderer/shared/fields/writtenDay.ts';

const today = '2026-11-30';
const british: DayReading = { order: dayOrderOf('en-GB'), today };
const american: DayReading = { order: dayOrderOf('en-US'), today };
const german: DayReading = { order: dayOrderOf('de-DE'), today };
const spanish: DayReading = { order: dayOrderOf('es-ES'), today };

const value = (read: ReturnType<typeof readDay>): string => (read.ok ? read.value : read.error);

describe.each([
  { language: 'English', reading: british },
  { language: 'German', reading: german },
  { language: 'Spanish', reading: spanish },
])('a day in $language', ({ reading }) => {
  it.each(['3.4.2026', '3/4/2026', '3-4-2026', '03.04.26', '3. 4. 2026', ' 3/4/26 ', '030426', '03042026', '2026-04-03', '2026/4/3'])('may be typed %s', (text) => {
    expect(value(readDay(text, reading))).toBe('2026-04-03');
  });

  it('without its year lies on the side that its field asks for', () => {
    expect(value(readDay('15.1.', { ...reading, side: 'future' }))).toBe('2027-01-15');
    expect(value(readDay('15/1', { ...reading, side: 'past' }))).toBe('2026-01-15');
    expect(value(readDay('0112', { ...reading, side: 'past' }))).toBe('2025-12-01');
    expect(value(readDay('30.11.', { ...reading, side: 'past' }))).toBe(today);
    expect(value(readDay('30.11.', { ...reading, side: 'future' }))).toBe(today);
    expect(value(readDay('29.2.', { ...reading, side: 'future' }))).toBe('2028-02-29');
    expect(value(readDay('29.2.', { ...reading, side: 'past' }))).toBe('2024-02-29');
  });

  it('without its year is none where either side may be meant', () => {
    expect(value(readDay('15.1.', reading))).toBe('no-year');
  });

  it.each(['31.2.2026', '31/2', '29.2.2026', '0.4.2026', '3.13.2026', '310226', '3.4.0026'])('that does not exist is none: %s', (text) => {
    expect(value(readDay(text, { ...reading, side: 'future' }))).toBe('no-such-day');
  });

  it.each(['29.2.2028', '29/02/28', '2028-02-29'])('of a leap year exists: %s', (text) => {
    expect(value(readDay(text, reading))).toBe('2028-02-29');
  });

  it.each(['soon', '3', '3.4.2', '3.4.202', '3.4.20266', '3.4.26.1', '123.4.26', '3 April', '..', '1234567'])('is not guessed at: %s', (text) => {
    expect(value(readDay(text, { ...reading, side: 'past' }))).toBe('no-day');
  });
});

test('the day and the month stand as the region has them', () => {
  expect(value(readDay('3/4/2026', american))).toBe('2026-03-04');
  expect(value(readDay('03042026', american))).toBe('2026-03-04');
  expect(value(readDay('30/11/2026', american))).toBe('no-such-day');
  expect(value(readDay('2026-04-03', american))).toBe('2026-04-03');
});

test('a year of two figures lies at most twenty years ahead', () => {
  expect(['1.1.46', '1.1.47', '1.1.99', '1.1.00'].map((text) => value(readDay(text, german)))).toEqual(['2046-01-01', '1947-01-01', '1999-01-01', '2000-01-01']);
});

test('a time may be typed in many ways', () => {
  expect(['9', '9:05', '09.05', '9h05', '905', '0905', '14:05 Uhr', '14 h', '9:05 pm', '9.05 p. m.', '12 am', '12:30 pm', '00:00', '23:59', ''].map((text) => value(readTime(text)))).toEqual(['09:00', '09:05', '09:05', '09:05', '09:05', '09:05', '14:05', '14:00', '21:05', '21:05', '00:00', '12:30', '00:00', '23:59', '']);
});

test('what is no time is not guessed at', () => {
  expect(['24:00', '12:60', '9:5', 'noon', '13 pm', '12345', ':30', '2500'].map((text) => value(readTime(text)))).toEqual(Array.from({ length: 8 }, () => 'no-time'));
});

test('a moment is a day and a time after it, or a time alone', () => {
  const moment = (text: string): string => value(readDayAndTime(text, { ...german, side: 'past' }, '2026-11-28'));
  expect(['3.4.26 10:20', '3. 4. 2026, 10.20 Uhr', '03042026 1020', '3.4. 9', '2026-04-03T10:20', '3/4/2026 10:20 pm'].map(moment)).toEqual(['2026-04-03T10:20', '2026-04-03T10:20', '2026-04-03T10:20', '2026-04-03T09:00', '2026-04-03T10:20', '2026-04-03T22:20']);
  expect(['10:20', '1020', '9 pm', '9h'].map(moment)).toEqual(['2026-11-28T10:20', '2026-11-28T10:20', '2026-11-28T21:00', '2026-11-28T09:00']);
  expect(moment('')).toBe('');
});

test('half a moment is none, and says which half is missing', () => {
  const moment = (text: string): string => value(readDayAndTime(text, german, today));
  expect(['3.4.2026', '3. 4. 10', '3.4.26 25:00', '31.2.2026 10:20', '3.4. 10:20', 'after ten', '10.12', '3', '3.4.26 ten'].map(moment)).toEqual(['time-missing', 'time-missing', 'no-time', 'no-such-day', 'no-year', 'no-moment', 'no-year', 'no-moment', 'no-moment']);
});

test('what a field shows, it reads', () => {
  const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.constantFrom('en-GB', 'en-US', 'en-CA', 'de-DE', 'de-CH', 'es-ES', 'es-US', 'es-PA'), (day, locale) => {
      expect(value(readDay(inFigures(day, locale), { order: dayOrderOf(locale), today }))).toBe(day);
    }),
  );
});
