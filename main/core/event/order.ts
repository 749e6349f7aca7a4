import { compareEvents, type Event } from './catalogue.ts';

type Stamped = Pick<Event, 'wall' | 'counter' | 'origin' | 'seq'>;

/**
 * Events of one subject in the order in which they are folded, the same on every station that has them: by time, but never against the order in
 * which a station wrote them. Where a station's later event bears an earlier time, its clock was ahead before and was put right: what it
 * wrote until then happened by that later event's time at the latest, and has its place, and its time, there. Forward jumps need no such care: the
 * clock of the ledger never goes back by itself (`main/ledger/hybridClock.ts`, `main/decisions/0020-clocks-that-jump.md`).
 */
export const inOrder = <Of extends Stamped>(events: readonly Of[]): readonly Of[] => [...Map.groupBy(events, ({ origin }) => origin).values()].flatMap(pulledBack).toSorted(compareEvents);

/** One station's events, none of them later than those it wrote afterwards. */
const pulledBack = <Of extends Stamped>(events: readonly Of[]): readonly Of[] => {
  let next: Stamped | null = null;
  return events
    .toSorted((a, b) => b.seq - a.seq)
    .map((event) => {
      const { wall, counter } = next !== null && isAfter(event, next) ? next : event;
      next = { ...event, wall, counter };
      return wall === event.wall && counter === event.counter ? event : { ...event, wall, counter };
    });
};

const isAfter = (a: Stamped, b: Stamped): boolean => a.wall > b.wall || (a.wall === b.wall && a.counter > b.counter);
