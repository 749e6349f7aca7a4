import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../main/core/event/order.ts';
import { createHybridClock, largestDrift, type HybridClock, type Tick } from '../../../main/ledger/hybridClock.ts';
import { createClockSite, years } from '../../support/ledger/clockSite.ts';

interface Written extends Tick {
  readonly origin: string;
  readonly seq: number;
}

/** Stations on real hybrid and site clocks that hear of one another's events. */
const createStations = (...ids: readonly string[]) => {
  const site = createClockSite(ids);
  const stations = site.terminals.map((terminal) => {
    const held: Written[] = [];
    terminal.lastWrote = () => new Map(held.toSorted((a, b) => a.seq - b.seq).map(({ origin, wall }) => [origin, wall]));
    let hybrid: HybridClock = createHybridClock(terminal.clock, { wall: 0, counter: 0 });
    const own = (): readonly Written[] => held.filter(({ origin }) => origin === terminal.id);
    const hear = (event: Written): void => {
      if (held.some(({ origin, seq }) => origin === event.origin && seq === event.seq)) return;
      held.push(event);
      hybrid.observe(event);
    };
    return {
      terminal,
      held,
      own,
      write: (): Written => {
        const event = { ...hybrid.tick(), origin: terminal.id, seq: own().length + 1 };
        held.push(event);
        return event;
      },
      hear,
      /** As the ledger begins: behind its own last event, and what it believes of the others'. */
      restart: (): void => {
        hybrid = createHybridClock(terminal.clock, own().at(-1) ?? { wall: 0, counter: 0 });
        for (const event of held) if (event.origin !== terminal.id) hybrid.observe(event);
      },
    };
  });
  const replicate = (): void => {
    for (const to of stations) for (const from of stations) if (to.terminal.connected && from.terminal.connected) for (const event of from.held) to.hear(event);
  };
  return { site, stations, replicate };
};

const jumps = fc.constantFrom(0, 0, 30_000, -3_600_000, 3 * 3_600_000, years(73), years(-56), years(-26), years(1), years(-1), largestDrift, largestDrift * 3);
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('write' as const), who: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('replicate' as const), who: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), who: fc.nat(3), milliseconds: fc.constantFrom(1, 1000, 60_000, 3_600_000) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('jump' as const), who: fc.nat(3), to: jumps }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('cable' as const), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const), who: fc.nat(3) }) },
);

describe('clocks that jump back and forth, at one of four stations that write, hear one another or not, and start anew', () => {
  const names = ['jumpy', 'second', 'third', 'fourth'];

  it('never turn round what a station wrote, poison nobody, and are over as soon as the clock is right', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (happenings) => {
        const { site, stations, replicate } = createStations(...names);
        const [jumpy] = stations;
        if (jumpy === undefined) throw new Error('There is no station');
        /** How far what stations with a good clock write is from the true time. */
        const apart: number[] = [];
        for (const happens of happenings) {
          const station = stations[happens.who];
          if (station === undefined) continue;
          if (happens.what === 'write') {
            const { wall } = station.write();
            if (station !== jumpy) apart.push(Math.abs(wall - site.now()));
          }
          if (happens.what === 'replicate') replicate();
          if (happens.what === 'pass') site.pass(happens.milliseconds);
          if (happens.what === 'jump') jumpy.terminal.set(happens.to);
          if (happens.what === 'cable') station.terminal.connected = !station.terminal.connected;
          if (happens.what === 'restart') station.restart();
        }
        expect(Math.max(0, ...apart)).toBeLessThanOrEqual(largestDrift);
        // Two others bear witness: what is written from here on bears the true time, whatever its clock says now.
        for (const { terminal } of stations) terminal.connected = true;
        site.pass(1000);
        replicate();
        const last = jumpy.write();
        expect(Math.abs(last.wall - site.now())).toBeLessThanOrEqual(largestDrift);
        replicate();
        for (const { held } of stations) {
          const ordered = inOrder(held);
          for (const name of names) {
            const own = ordered.filter(({ origin }) => origin === name).map(({ seq }) => seq);
            expect(own).toEqual(own.toSorted((a, b) => a - b));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a station whose battery is empty', () => {
  it.each([
    ['1970', -Date.UTC(2026, 10, 24, 9)],
    ['2000', years(-26.9)],
  ])('and that starts in %s writes later than everything it saw, also with nobody there to ask', (_name, ahead) => {
    const { site, stations, replicate } = createStations('empty', 'good');
    const [empty, good] = stations;
    if (empty === undefined || good === undefined) throw new Error('There are no stations');
    empty.write();
    empty.terminal.set(ahead);
    empty.terminal.connected = false;
    site.pass(3_600_000);
    const seen = good.write();
    empty.hear(seen);
    empty.restart();
    const answer = empty.write();
    expect([answer.wall, answer.counter]).toEqual([seen.wall, seen.counter + 1]);
    expect(answer.wall).toBeLessThanOrEqual(site.now());
    empty.terminal.connected = true;
    site.pass(60_000);
    replicate();
    expect(empty.write().wall, 'and the true time as soon as somebody is there').toBe(site.now());
  });
});

describe('two stations', () => {
  it('of which one stands 73 years ahead: neither follows the other, and the clock that is put right writes the true time again behind its own words', () => {
    const { site, stations, replicate } = createStations('ahead', 'good');
    const [ahead, good] = stations;
    if (ahead === undefined || good === undefined) throw new Error('There are no stations');
    ahead.terminal.set(years(73));
    site.pass(1000);
    const wrong = ahead.write();
    replicate();
    expect(ahead.terminal.clock.verdict()).toEqual({ verdict: 'undecided' });
    expect(good.write().wall).toBe(site.now());
    ahead.terminal.connected = false;
    ahead.terminal.set(0);
    site.pass(1000);
    ahead.restart();
    expect(ahead.write(), 'while nobody bears it out it goes on behind its own words').toMatchObject({ wall: wrong.wall, counter: wrong.counter + 1 });
    ahead.terminal.connected = true;
    site.pass(1000);
    replicate();
    expect(ahead.write().wall).toBe(site.now());
    expect(inOrder(ahead.own()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

describe('a site of one station', () => {
  it('has nobody to ask: a clock that was put right is believed', () => {
    const { site, stations } = createStations('only');
    const [only] = stations;
    if (only === undefined) throw new Error('There is no station');
    only.terminal.set(years(73));
    only.write();
    only.terminal.set(0);
    site.pass(1000);
    expect(only.write().wall).toBe(site.now());
    only.terminal.set(-site.now());
    site.pass(1000);
    expect(only.write().wall, 'but not one that stands in 1970').toBeGreaterThanOrEqual(site.now() - 1000);
  });
});
