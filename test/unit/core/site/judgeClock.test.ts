import { describe, expect, it } from 'vitest';
import { judgeClock, type SeenClock } from '../../../../main/core/site/judgeClock.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const hour = 3_600_000;
const year = 365 * 24 * hour;
const clock = (offset: number, lastWrote: number | null = noon + offset - hour): SeenClock => ({ now: noon + offset, lastWrote });

describe('whether our clock is right', () => {
  it('is not known while nobody else is there, nor when two stations say two times', () => {
    expect(judgeClock(clock(0), [])).toEqual({ verdict: 'alone' });
    expect(judgeClock(clock(0), [clock(3 * hour)])).toEqual({ verdict: 'undecided' });
    expect(judgeClock(clock(0), [clock(3 * hour), clock(-3 * hour)])).toEqual({ verdict: 'undecided' });
    expect(judgeClock(clock(0), [clock(0), clock(3 * hour), clock(3 * hour)])).toEqual({ verdict: 'undecided' });
  });

  it('is decided by most of the stations, within two minutes', () => {
    expect(judgeClock(clock(0), [clock(90_000)])).toEqual({ verdict: 'agrees' });
    expect(judgeClock(clock(0), [clock(1000), clock(73 * year)])).toEqual({ verdict: 'agrees' });
    expect(judgeClock(clock(0), [clock(-3 * hour), clock(-3 * hour + 1000)])).toEqual({ verdict: 'outvoted', offset: -3 * hour + 1000 });
  });

  it('a clock has no vote that stands in 1970 or 2000: then one station that is believable is enough', () => {
    expect(judgeClock({ now: 0, lastWrote: null }, [{ now: noon, lastWrote: null }])).toEqual({ verdict: 'outvoted', offset: noon });
    expect(judgeClock({ now: noon, lastWrote: null }, [{ now: 0, lastWrote: null }, { now: 1000, lastWrote: null }])).toEqual({ verdict: 'agrees' });
    expect(judgeClock({ now: 0, lastWrote: null }, [{ now: 0, lastWrote: null }]), 'a site of empty batteries').toEqual({ verdict: 'undecided' });
  });

  it('a clock has no vote that stands before what its own station wrote: two empty batteries do not outvote the one that is full', () => {
    const empty: SeenClock = { now: noon - year, lastWrote: noon - hour };
    expect(judgeClock(clock(0), [empty, empty])).toEqual({ verdict: 'agrees' });
    expect(judgeClock(empty, [{ now: noon, lastWrote: noon - hour }])).toEqual({ verdict: 'outvoted', offset: year });
    expect(judgeClock({ now: noon, lastWrote: noon + 73 * year }, [clock(0)]), 'it stood ahead, and was put right').toEqual({ verdict: 'agrees' });
  });
});
