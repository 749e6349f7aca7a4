/** Gestures, from what the contact itself does: with its bounce, through the debouncing, to the recogniser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gesture } from '../../../../main/contract/trigger.ts';
import { atRest, doublePressWithin, holdEndsAt, noteEdge, noteTime } from '../../../../main/core/trigger/gesture.ts';
import type { GestureState, PartEdge } from '../../../../main/core/trigger/gesture.ts';
import { playContact } from '../../../support/trigger/playContact.ts';
import type { RawEdge } from '../../../support/trigger/playContact.ts';

const device = { vendorId: 1, productId: 2, usagePage: null, usage: null, interface: 0, serialNumber: null, portPath: null };
const press: Gesture = { type: 'press' };
const doublePress: Gesture = { type: 'double-press' };
const hold: Gesture = { type: 'hold', seconds: 1.5 };
const together: Gesture = { type: 'together', with: { device, element: { reportId: 0, byte: 0, mask: 2, value: 2 }, name: 'right pedal' } };

/** The times at which the gesture was completed; looks at the time whenever a hold is due, as the station does. */
const recognise = (gesture: Gesture, edges: readonly PartEdge[], lookAtTime = true): readonly number[] => {
  let state: GestureState = atRest;
  const times: number[] = [];
  const take = (recognised: { readonly state: GestureState; readonly done: boolean }, at: number): void => {
    state = recognised.state;
    if (recognised.done) times.push(at);
  };
  const lookUntil = (until: number): void => {
    const due = holdEndsAt(gesture, state);
    if (lookAtTime && due !== null && due <= until) take(noteTime(gesture, state, due), due);
  };
  for (const edge of edges) {
    lookUntil(edge.at);
    take(noteEdge(gesture, state, edge), edge.at);
  }
  lookUntil(Number.POSITIVE_INFINITY);
  return times;
};

const edges = (...changes: readonly (readonly [at: number, pressed: boolean, part?: PartEdge['part']])[]): readonly PartEdge[] => changes.map(([at, pressed, part = 'first']) => ({ part, pressed, at }));

describe('a press', () => {
  test('counts the moment the contact closes, and never when it opens', () => {
    expect(recognise(press, edges([10, true], [500, false], [900, true]))).toEqual([10, 900]);
  });

  test('that is never told to end counts again when it comes again', () => {
    expect(recognise(press, edges([10, true], [900, true]))).toEqual([10, 900]);
  });
});

describe('a double press', () => {
  test('counts when the second one closes within a second of the first', () => {
    expect(recognise(doublePress, edges([0, true], [200, false], [doublePressWithin, true]))).toEqual([doublePressWithin]);
    expect(recognise(doublePress, edges([0, true], [200, false], [doublePressWithin + 1, true]))).toEqual([]);
  });

  test('that came too late is the first of the next one', () => {
    expect(recognise(doublePress, edges([0, true], [100, false], [1500, true], [1600, false], [2000, true]))).toEqual([2000]);
  });

  test('of three presses counts once, and of four twice', () => {
    expect(recognise(doublePress, edges([0, true], [100, false], [200, true], [300, false], [400, true]))).toEqual([200]);
    expect(recognise(doublePress, edges([0, true], [100, false], [200, true], [300, false], [400, true], [500, false], [600, true]))).toEqual([200, 600]);
  });

  test('is not parted by a clock that is set back a little in between', () => {
    expect(recognise(doublePress, edges([5000, true], [5100, false], [4800, true]))).toEqual([4800]);
  });
});

describe('a hold', () => {
  test('counts while it is still held, when its time is reached, and once', () => {
    expect(recognise(hold, edges([100, true], [9000, false]))).toEqual([1600]);
  });

  test('that is let go before its time counts nothing', () => {
    expect(recognise(hold, edges([100, true], [1599, false], [1700, true], [1800, false]))).toEqual([]);
  });

  test('counts at its release where nobody could look at the time in between', () => {
    expect(recognise(hold, edges([100, true], [1600, false]), false)).toEqual([1600]);
  });
});

describe('two elements together', () => {
  test('count when both are closed at once, in either order', () => {
    expect(recognise(together, edges([0, true, 'first'], [300, true, 'second']))).toEqual([300]);
    expect(recognise(together, edges([0, true, 'second'], [300, true, 'first']))).toEqual([300]);
  });

  test('count nothing when one is let go before the other closes', () => {
    expect(recognise(together, edges([0, true, 'first'], [100, false, 'first'], [101, true, 'second']))).toEqual([]);
  });

  test('count once while both are held, and again when one of them closes anew', () => {
    expect(recognise(together, edges([0, true, 'first'], [10, true, 'second'], [500, false, 'first'], [900, true, 'first']))).toEqual([10, 900]);
  });
});

/** A press as a foot makes it: how long it waits before, how long it is held, and how the contact bounces at both ends. */
const footPress = fc.record({
  pause: fc.integer({ min: 100, max: 2500 }),
  held: fc.integer({ min: 400, max: 2500 }),
  closing: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
  opening: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
});
type FootPress = (typeof footPress) extends fc.Arbitrary<infer Value> ? Value : never;

/** Bounce of an even number of edges, after which the contact is as it should be. */
const bounce = (from: number, closed: boolean, gaps: readonly number[]): readonly RawEdge[] => {
  let at = from;
  return [{ closed, at }, ...gaps.slice(0, gaps.length - (gaps.length % 2)).map((gap, index) => ({ closed: index % 2 === 0 ? !closed : closed, at: (at += gap) }))];
};

const rawEdgesOf = (presses: readonly FootPress[]): readonly RawEdge[] => {
  let now = 1000;
  return presses.flatMap(({ pause, held, closing, opening }) => {
    const closesAt = now + pause;
    const opensAt = closesAt + held;
    const open = bounce(opensAt, false, opening);
    now = open.at(-1)?.at ?? opensAt;
    return [...bounce(closesAt, true, closing), ...open];
  });
};
const firstParts = (raw: readonly RawEdge[]): readonly PartEdge[] => playContact(raw).map((change) => ({ part: 'first' as const, ...change }));
/** When each press closed, and when it was open for good. */
const spansOf = (presses: readonly FootPress[]): readonly { readonly closedAt: number; readonly openedAt: number }[] => {
  const raw = rawEdgesOf(presses);
  let index = 0;
  return presses.map(({ closing, opening }) => {
    const [closings, openings] = [1 + closing.length - (closing.length % 2), 1 + opening.length - (opening.length % 2)];
    const closedAt = raw[index]?.at ?? 0;
    index += closings + openings;
    return { closedAt, openedAt: raw[index - 1]?.at ?? 0 };
  });
};

describe('with any bounce', () => {
  const anyPresses = fc.array(footPress, { maxLength: 12 });

  test('every press of 400 ms or longer counts, at the moment it closes, and none counts twice', () => {
    fc.assert(
      fc.property(anyPresses, (presses) => {
        expect(recognise(press, firstParts(rawEdgesOf(presses)))).toEqual(spansOf(presses).map(({ closedAt }) => closedAt));
      }),
    );
  });

  test('two presses are a double press exactly when the second closes within a second of the first', () => {
    const pair = fc.tuple(footPress, footPress);
    fc.assert(
      fc.property(pair, (presses) => {
        const [first, second] = spansOf(presses);
        const soon = first !== undefined && second !== undefined && second.closedAt - first.closedAt <= doublePressWithin;
        expect(recognise(doublePress, firstParts(rawEdgesOf(presses)))).toEqual(soon ? [second.closedAt] : []);
      }),
    );
  });

  test('a hold counts exactly for the presses that last as long', () => {
    fc.assert(
      fc.property(anyPresses, (presses) => {
        const long = spansOf(presses).filter(({ closedAt, openedAt }) => openedAt - closedAt >= 1500);
        expect(recognise(hold, firstParts(rawEdgesOf(presses)))).toEqual(long.map(({ closedAt }) => closedAt + 1500));
      }),
    );
  });

  test('a press and a double press of one element both count, and neither waits for the other', () => {
    fc.assert(
      fc.property(anyPresses, (presses) => {
        const changes = firstParts(rawEdgesOf(presses));
        expect(recognise(press, changes)).toHaveLength(presses.length);
        for (const at of recognise(doublePress, changes)) expect(recognise(press, changes)).toContain(at);
      }),
    );
  });

  test('two elements together count exactly when the later one closes while the other is closed', () => {
    fc.assert(
      fc.property(footPress, footPress, (one, other) => {
        const [a] = spansOf([one]);
        const [b] = spansOf([other]);
        if (a === undefined || b === undefined) return;
        const seconds = firstParts(rawEdgesOf([other])).map((edge) => ({ ...edge, part: 'second' as const }));
        const merged = [...firstParts(rawEdgesOf([one])), ...seconds].toSorted((x, y) => x.at - y.at || Number(y.pressed) - Number(x.pressed));
        const later = Math.max(a.closedAt, b.closedAt);
        expect(recognise(together, merged)).toEqual(later <= Math.min(a.openedAt, b.openedAt) ? [later] : []);
      }),
    );
  });
});
