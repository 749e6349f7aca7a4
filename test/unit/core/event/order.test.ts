import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents } from '../../../../main/core/event/catalogue.ts';
import { inOrder } from '../../../../main/core/event/order.ts';

const stamp = (origin: string, seq: number, wall: number, counter = 0) => ({ origin, seq, wall, counter });
const names = (events: readonly { readonly origin: string; readonly seq: number }[]): readonly string[] => events.map(({ origin, seq }) => `${origin}${seq}`);

describe('the order of the events of one subject', () => {
  it('is that of their times, then of counter, station and number', () => {
    expect(names(inOrder([stamp('b', 1, 5), stamp('a', 1, 5), stamp('b', 2, 5, 1), stamp('a', 2, 9)]))).toEqual(['a1', 'b1', 'b2', 'a2']);
  });

  it('takes what was written by a clock that stood ahead back to where the same station’s later word puts it', () => {
    const ordered = inOrder([stamp('a', 1, 7000), stamp('b', 1, 20), stamp('a', 2, 7000, 1), stamp('a', 3, 30), stamp('b', 2, 40)]);
    expect(names(ordered)).toEqual(['b1', 'a1', 'a2', 'a3', 'b2']);
    expect(ordered.map(({ wall }) => wall), 'and its time is not later than that').toEqual([20, 30, 30, 30, 40]);
  });

  const stamped = fc.uniqueArray(fc.record({ origin: fc.constantFrom('a', 'b', 'c'), seq: fc.integer({ min: 1, max: 12 }), wall: fc.integer({ min: 0, max: 6 }), counter: fc.integer({ min: 0, max: 2 }) }), { selector: ({ origin, seq }) => `${origin}${seq}`, maxLength: 30 });

  it('never turns round what one station wrote, and does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(stamped, fc.infiniteStream(fc.nat()), (events, random) => {
        const ordered = inOrder(events);
        for (const origin of ['a', 'b', 'c']) {
          const own = ordered.filter((event) => event.origin === origin).map(({ seq }) => seq);
          expect(own).toEqual(own.toSorted((one, other) => one - other));
        }
        const shuffled = events.map((event) => ({ event, at: random.next().value })).toSorted((one, other) => one.at - other.at).map(({ event }) => event);
        expect(inOrder(shuffled)).toEqual(ordered);
      }),
    );
  });

  it('is that of the times alone where no clock was ever set back: as releases before 0.2 sort', () => {
    const rising = stamped.map((events) => {
      const bySeq = events.toSorted((one, other) => one.seq - other.seq);
      return bySeq.map((event) => ({ ...event, wall: event.seq * 3 + event.wall / 10 }));
    });
    fc.assert(
      fc.property(rising, (events) => {
        expect(inOrder(events)).toEqual(events.toSorted(compareEvents));
      }),
    );
  });
});
