import { beforeEach, describe, expect, it } from 'vitest';
import { betweenKeys, createBadgeReader, type BadgeField, type BadgeReader } from '../../../../renderer/shared/badgeReader.ts';

describe('a badge reader that types', () => {
  let now: number;
  let due: { at: number; run: () => void }[];
  let badges: string[];
  let written: string;
  let reader: BadgeReader;
  const field: BadgeField = { type: (text) => void (written += text) };

  beforeEach(() => {
    now = 1000;
    due = [];
    badges = [];
    written = '';
    reader = createBadgeReader({
      onBadge: (number) => badges.push(number),
      later: (milliseconds, run) => {
        const planned = { at: now + milliseconds, run };
        due.push(planned);
        return () => void (due = due.filter((each) => each !== planned));
      },
    });
  });

  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const over = due.filter(({ at }) => at <= now);
    due = due.filter(({ at }) => at > now);
    for (const { run } of over) run();
  };
  const type = (keys: readonly string[], pace: number, into: BadgeField | null): readonly string[] =>
    keys.map((key) => {
      pass(pace);
      return reader.key(key, into, now);
    });

  it('is known by its pace and its Enter; nothing of it reaches a field', () => {
    expect(type([...'0012345678'.split(''), 'Enter'], 5, field)).toEqual(Array.from({ length: 11 }, () => 'take'));
    pass(1000);
    expect({ badges, written }).toEqual({ badges: ['0012345678'], written: '' });
  });

  it('may type letters, with the Shift key that belongs to them', () => {
    type(['0', 'Shift', 'A', 'Shift', 'F', '3', '4', '5', 'Enter'], 5, field);
    expect(badges).toEqual(['0AF345']);
  });

  it('what a person types goes into the field, a moment later and in its order', () => {
    expect(type(['2', '4', '6', '8', '1', '0'], 120, field)).toEqual(Array.from({ length: 6 }, () => 'take'));
    pass(betweenKeys);
    expect(written).toBe('246810');
    expect(reader.key('Enter', field, now)).toBe('leave');
    expect(badges).toEqual([]);
  });

  it('an Enter right after the last digit of a person sends what was typed, that digit among it', () => {
    type(['2', '4', '6', '8'], 120, field);
    pass(20);
    expect(reader.key('Enter', field, now)).toBe('leave');
    expect(written).toBe('2468');
  });

  it('letters that no badge has come after what was held back before them', () => {
    reader.key('a', field, now);
    pass(10);
    expect(reader.key('m', field, now)).toBe('leave');
    expect(written).toBe('a');
  });

  it('few digits are no badge, however fast', () => {
    type([...'12345'.split(''), 'Enter'], 5, field);
    expect({ badges, written }).toEqual({ badges: [], written: '12345' });
  });

  it('away from the sign-in its digits are left alone, and its Enter presses nothing', () => {
    expect(type([...'0012345678'.split(''), 'Enter'], 5, null)).toEqual([...Array.from({ length: 10 }, () => 'leave'), 'take']);
  });

  it('a person’s Enter presses what it always presses', () => {
    expect(reader.key('Enter', null, now)).toBe('leave');
  });
});
