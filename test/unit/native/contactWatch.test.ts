/** One contact over time: the real watch, with the clock and the timers held still. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContactChange } from '../../../main/core/trigger/debounce.ts';
import { createContactWatch } from '../../../native/contactWatch.ts';
import type { ContactWatch } from '../../../native/contactWatch.ts';

const closed = Uint8Array.of(1, 0);
const open = Uint8Array.of(0, 0);

describe('a contact', () => {
  let changes: ContactChange[];
  let conditions: string[];
  let stuckAfter: number;
  let watch: ContactWatch;

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    changes = [];
    conditions = [];
    stuckAfter = 20;
    watch = createContactWatch({
      element: { reportId: 0, byte: 0, mask: 1, value: 1 },
      clock: { now: Date.now },
      stuckAfter: () => stuckAfter,
      emit: (change) => changes.push(change),
      onCondition: () => conditions.push(watch.condition()),
    });
  });
  afterEach(() => {
    watch.reset();
    vi.useRealTimers();
  });

  const press = (held: number, pause: number): void => {
    watch.noteReport(closed);
    vi.advanceTimersByTime(held);
    watch.noteReport(open);
    vi.advanceTimersByTime(pause);
  };
  const presses = (): number => changes.filter(({ pressed }) => pressed).length;

  test('that stays closed longer than it may is stuck until it opens, and has called once', () => {
    watch.noteReport(closed);
    vi.advanceTimersByTime(19_999);
    expect(conditions).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(conditions).toEqual(['stuck']);
    // A device that repeats its report changes nothing.
    watch.noteReport(closed);
    expect(watch.condition()).toBe('stuck');
    watch.noteReport(open);
    expect(conditions).toEqual(['stuck', 'ok']);
    expect(presses()).toBe(1);
  });

  test('is judged by the time that is set, also when it was closed before that was changed', () => {
    watch.noteReport(closed);
    stuckAfter = 5;
    watch.judgeAnew();
    vi.advanceTimersByTime(5000);
    expect(watch.condition()).toBe('stuck');
  });

  test('that opens and closes without rest calls at once, is chattering within two seconds, and calls no more until it is held', () => {
    press(40, 60);
    expect(presses()).toBe(1);
    for (let count = 0; count < 25; count += 1) press(40, 20);
    expect(conditions).toEqual(['chattering']);
    const called = presses();
    for (let count = 0; count < 50; count += 1) press(55, 55);
    expect(presses()).toBe(called);
    press(400, 100);
    expect(presses()).toBe(called + 1);
  });

  test('that is found closed when the device is first asked calls nobody, is stuck after its time, and calls once it was opened', () => {
    watch.noteReport(closed, true);
    watch.noteReport(closed, true);
    expect(changes).toEqual([]);
    vi.advanceTimersByTime(20_000);
    expect(watch.condition()).toBe('stuck');
    watch.noteReport(open, true);
    vi.advanceTimersByTime(60);
    watch.noteReport(closed, true);
    expect(presses()).toBe(1);
  });

  test('that closes by itself before the first answer calls', () => {
    watch.noteReport(closed);
    watch.noteReport(closed, true);
    expect(presses()).toBe(1);
  });

  test('that comes to rest is well again by itself, and a short press counts again', () => {
    for (let count = 0; count < 40; count += 1) press(20, 30);
    vi.advanceTimersByTime(3100);
    expect(conditions).toEqual(['chattering', 'ok']);
    const called = presses();
    press(60, 100);
    expect(presses()).toBe(called + 1);
  });

  test('never throws, whatever is reported, however fast and with whatever clock, and then a press of 400 ms counts', () => {
    const step = fc.record({
      report: fc.oneof(fc.uint8Array({ maxLength: 70 }), fc.constantFrom(closed, open)),
      pass: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30_000 })),
      clockJumps: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -10_000_000, max: 10_000_000 }) }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        watch.reset();
        for (const { report, pass, clockJumps } of steps) {
          watch.noteReport(report);
          vi.setSystemTime(Date.now() + clockJumps);
          vi.advanceTimersByTime(pass);
        }
        watch.noteReport(open);
        vi.advanceTimersByTime(60);
        const before = presses();
        press(400, 60);
        expect(presses()).toBe(before + 1);
      }),
      { numRuns: 300 },
    );
  });

  test('whose device went away counts as let go, and nothing of it is pending', () => {
    watch.noteReport(closed);
    watch.reset();
    expect(changes.map(({ pressed }) => pressed)).toEqual([true, false]);
    vi.advanceTimersByTime(100_000);
    expect(changes).toHaveLength(2);
    expect(conditions).toEqual([]);
  });
});
