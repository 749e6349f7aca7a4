import { describe, expect, it } from 'vitest';
import { createHybridClock, largestDrift } from '../../../main/ledger/hybridClock.ts';
import { heldClock } from '../../support/ledger/testLedger.ts';

const noon = Date.UTC(2026, 10, 24, 12);

describe('the hybrid clock', () => {
  it('counts on within a millisecond, and when the system clock jumps back', () => {
    const system = heldClock(noon);
    const clock = createHybridClock(system, { wall: 0, counter: 0 });
    expect([clock.tick(), clock.tick()]).toEqual([
      { wall: noon, counter: 0 },
      { wall: noon, counter: 1 },
    ]);
    system.set(0);
    expect(clock.tick()).toEqual({ wall: noon, counter: 2 });
    system.set(noon + 1);
    expect(clock.tick()).toEqual({ wall: noon + 1, counter: 0 });
  });

  it('goes on behind what it observed from others', () => {
    const clock = createHybridClock(heldClock(noon), { wall: 0, counter: 0 });
    expect(clock.observe({ wall: noon + 5000, counter: 7 })).toBe(true);
    expect(clock.tick()).toEqual({ wall: noon + 5000, counter: 8 });
  });

  it('is not pulled along by a clock that is far ahead', () => {
    const clock = createHybridClock(heldClock(noon), { wall: 0, counter: 0 });
    expect(clock.observe({ wall: noon + largestDrift + 1, counter: 0 })).toBe(false);
    expect(clock.tick()).toEqual({ wall: noon, counter: 0 });
  });
});
