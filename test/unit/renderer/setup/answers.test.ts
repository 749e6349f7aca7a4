import { describe, expect, test } from 'vitest';
import { createSiteSchema } from '../../../../main/contract/index.ts';
import { english } from '../../../../renderer/shared/messages/english.ts';
import { german } from '../../../../renderer/shared/messages/german.ts';
import { spanish } from '../../../../renderer/shared/messages/spanish.ts';
import { mayGoBack, randomPin, stepsOf, suggestedAnswers } from '../../../../renderer/setup/answers.ts';

describe('the first start', () => {
  test.each([
    ['English', english],
    ['German', german],
    ['Spanish', spanish],
  ])('what Enter, Enter, Enter takes makes a site, in %s', (_, { setup: { suggested } }) => {
    const { site, station, place, administrator, pin } = suggestedAnswers(suggested, randomPin());
    expect(createSiteSchema.safeParse({ site, station, place, administrator: { name: administrator, pin } }).error).toBeUndefined();
  });

  test('a suggested PIN has six digits and is not the same every time', () => {
    const pins = Array.from({ length: 50 }, randomPin);
    for (const pin of pins) expect(pin).toMatch(/^\d{6}$/);
    expect(new Set(pins).size).toBeGreaterThan(40);
  });

  test.each(['new', 'join'] as const)('one may go back until the station was made, and not over it (%s)', (kind) => {
    const steps = stepsOf({ kind });
    const made = steps.indexOf(kind === 'new' ? 'administrator' : 'join');
    expect(mayGoBack(steps, 0)).toBe(false);
    expect(mayGoBack(steps, made)).toBe(true);
    expect(mayGoBack(steps, made + 1)).toBe(false);
    expect(steps.at(-1)).toBe('done');
  });

  test('whoever joins does not make up a site or an administrator', () => {
    expect(stepsOf({ kind: 'join' })).not.toContain('site');
    expect(stepsOf({ kind: 'join' })).not.toContain('administrator');
  });
});
