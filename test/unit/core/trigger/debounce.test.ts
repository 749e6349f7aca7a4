import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveContact, openContact, pressTime, quietTime, settleContact } from '../../../../main/core/trigger/debounce.ts';
import type { ContactChange } from '../../../../main/core/trigger/debounce.ts';
import { playContact as play } from '../../../support/trigger/playContact.ts';
import type { RawEdge as Edge } from '../../../support/trigger/playContact.ts';

/** A contact that changes its state after each of these times. */
const edgesAfter = (gaps: readonly number[]): readonly Edge[] => {
  let at = 1000;
  return gaps.map((gap, index) => ({ closed: index % 2 === 0, at: (at += gap) }));
};
const presses = (changes: readonly ContactChange[]): number => changes.filter(({ pressed }) => pressed).length;

describe('a bound contact', () => {
  test('counts a press at the moment it closes, and a release with the time it opened', () => {
    expect(play([{ closed: true, at: 100 }, { closed: false, at: 700 }])).toEqual([
      { pressed: true, at: 100 },
      { pressed: false, at: 700 },
    ]);
  });

  test('that bounces while closing and while opening counts one press', () => {
    expect(play(edgesAfter([0, 3, 4, 2, 5, 600, 2, 3]))).toEqual([
      { pressed: true, at: 1000 },
      { pressed: false, at: 1619 },
    ]);
  });

  test('that closes again 50 ms after it opened counts a second press', () => {
    expect(presses(play(edgesAfter([0, 200, quietTime])))).toBe(2);
  });

  test('that closes again sooner and stays closed is the same press', () => {
    expect(presses(play(edgesAfter([0, 200, quietTime - 1])))).toBe(1);
  });

  test('whose opening was not yet settled when the next press came late still reports both', () => {
    const { contact } = moveContact(moveContact(openContact, true, 0).contact, false, 100);
    expect(moveContact(contact, true, 400).changes).toEqual([
      { pressed: false, at: 100 },
      { pressed: true, at: 400 },
    ]);
  });

  test('counts a press after the clock was set back', () => {
    const { contact } = settleContact(moveContact(moveContact(openContact, true, 5000).contact, false, 6000).contact, 6100);
    expect(moveContact(contact, true, 10).changes).toEqual([{ pressed: true, at: 10 }]);
  });

  test('never counts a run of edges closer than 50 ms twice', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: quietTime - 1 }), { minLength: 1, maxLength: 60 }), (gaps) => presses(play(edgesAfter(gaps))) <= 1));
  });

  test('always reports a press that is held for 400 ms, whatever came before', () => {
    const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 80, max: 2000 })), { maxLength: 40 });
    fc.assert(
      fc.property(gaps, (before) => {
        const noise = edgesAfter(before.length % 2 === 0 ? before : before.slice(1));
        const last = noise.at(-1)?.at ?? 0;
        const changes = play([...noise, { closed: true, at: last + 20 }, { closed: false, at: last + 420 }]);
        // Either this closure was a press of its own, or the press before it was never let go long enough to have ended.
        const during = changes.filter(({ at }) => at <= last + 20);
        expect(during.at(-1)?.pressed).toBe(true);
        expect(changes.at(-1)).toEqual({ pressed: false, at: last + 420 });
      }),
    );
  });

  test('always says pressed and released in turns', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }), (gaps) => {
        const changes = play(edgesAfter(gaps));
        expect(changes.map(({ pressed }) => pressed)).toEqual(changes.map((_, index) => index % 2 === 0));
      }),
    );
  });

  test('that chatters reports a press when it has been held for 400 ms, with the time it closed, and no shorter one', () => {
    expect(play([{ closed: true, at: 100 }, { closed: false, at: 100 + pressTime }], true)).toEqual([
      { pressed: true, at: 100 },
      { pressed: false, at: 100 + pressTime },
    ]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: pressTime - 1 }), { maxLength: 60 }), (gaps) => {
      // It opens in the end.
      const edges = edgesAfter(gaps.length % 2 === 0 ? gaps : [...gaps, 0]);
      expect(play(edges, true)).toEqual([]);
    }));
  });
});
