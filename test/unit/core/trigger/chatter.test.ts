import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatterRest, chatterSettlesIn, noChatter, noteClosing, settleChatter } from '../../../../main/core/trigger/chatter.ts';
import type { Chatter } from '../../../../main/core/trigger/chatter.ts';

const closingsEvery = (gap: number, count: number, from = 1000): readonly number[] => Array.from({ length: count }, (_, index) => from + gap * index);
const play = (times: readonly number[]): Chatter => times.reduce(noteClosing, noChatter);

describe('a contact', () => {
  test('that closes without rest chatters within two seconds', () => {
    for (const gap of [1, 10, 50, 80]) {
      const times = closingsEvery(gap, Math.ceil(2000 / gap));
      expect(play(times).chattering, `every ${gap} ms`).toBe(true);
    }
  });

  test('that closes three times a second for twenty seconds chatters as well', () => {
    expect(play(closingsEvery(320, 62)).chattering).toBe(true);
  });

  test('that somebody presses in a fright, six times a second for five seconds, does not', () => {
    expect(play(closingsEvery(166, 30)).chattering).toBe(false);
  });

  test('that bounces at every press does not', () => {
    const presses = closingsEvery(300, 40).flatMap((at) => closingsEvery(3, 8, at));
    expect(play(presses).chattering).toBe(false);
  });

  test('that has been still for a while chatters no more, and begins anew', () => {
    const chatter = play(closingsEvery(50, 40));
    const last = chatter.closings.at(-1) ?? 0;
    expect(chatterSettlesIn(chatter, last)).toBe(chatterRest);
    expect(settleChatter(chatter, last + chatterRest - 1).chattering).toBe(true);
    expect(settleChatter(chatter, last + chatterRest)).toEqual(noChatter);
    expect(chatterSettlesIn(noChatter, last)).toBeNull();
  });

  test('is remembered in a bounded way whatever it does, and whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 300 }), (gaps) => {
        let at = 1_000_000;
        const chatter = play(gaps.map((gap) => (at += gap)));
        expect(chatter.closings.length).toBeLessThanOrEqual(401);
        expect(settleChatter(chatter, at + chatterRest).chattering).toBe(false);
      }),
    );
  });
});
