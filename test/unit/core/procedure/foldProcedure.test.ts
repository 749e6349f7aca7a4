import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { procedureSchema, type Procedure } from '../../../../main/contract/procedure.ts';
import { compareEvents, type Event } from '../../../../main/core/event/catalogue.ts';
import { documentOf, foldProcedure } from '../../../../main/core/procedure/foldProcedure.ts';

const w = { discreet: 'a', full: 'b' };
const documentWith = (version: number, title: string): Procedure =>
  procedureSchema.parse({ id: 'mine', version, title: { discreet: title, full: title }, numbers: [], codePhrase: w, alarmCode: { dial: '#00', wording: w }, safeRoom: { place: 'a', wording: w }, sections: [{ type: 'steps', id: 'first', title: w, steps: [{ id: 'a', wording: w }] }] });
const edition = (letter: string): string => letter.repeat(32);
const by = { station: 'Desk 1', staff: null };

let made = 0;
const at = <Kind extends Event['kind']>(wall: number, origin: string, kind: Kind, body: Extract<Event, { kind: Kind }>['body']): Event => ({ origin: edition(origin), seq: (made += 1), wall, counter: 0, kind, subject: 'procedure/mine', body }) as Event;
const published = (wall: number, origin: string, letter: string, basedOn: string | null, version = wall): Event =>
  at(wall, origin, 'ProcedurePublished', { edition: edition(letter), document: documentWith(version, letter), note: '', basedOn: basedOn === null ? null : edition(basedOn), ...by });
const withdrawn = (wall: number, basedOn: string): Event => at(wall, 'a', 'ProcedureWithdrawn', { basedOn: edition(basedOn), ...by });

describe('the procedure of a site', () => {
  it('is what was published last; what was published before can still be read', () => {
    const events = [published(1, 'a', '1', null), published(2, 'b', '2', '1')];
    expect(foldProcedure(events)).toMatchObject({ published: { edition: edition('2') }, withdrawn: false, versions: [{ version: 1, unseen: null }, { version: 2, unseen: null }] });
    expect(documentOf(events, edition('1'))?.title.full).toBe('1');
    expect(documentOf(events, edition('9'))).toBeUndefined();
  });

  it('of two that were published at the same time both stay, the later one holds, and it says that it had not seen the other', () => {
    expect(foldProcedure([published(1, 'a', '1', null), published(2, 'a', '2', '1'), published(3, 'b', '3', '1')])).toMatchObject({ published: { edition: edition('3') }, versions: [{}, {}, { unseen: edition('2') }] });
  });

  it('the same words from two stations are one version', () => {
    expect(foldProcedure([published(1, 'a', '1', null), published(2, 'b', '1', null, 1)])?.versions).toHaveLength(1);
  });

  it('is taken out of the notes by a withdrawal, and comes back with the next publication', () => {
    expect(foldProcedure([published(1, 'a', '1', null), withdrawn(2, '1')])).toMatchObject({ withdrawn: true, published: { edition: edition('1') } });
    expect(foldProcedure([published(1, 'a', '1', null), withdrawn(2, '1'), published(3, 'a', '3', '1')])).toMatchObject({ withdrawn: false });
  });

  it('a withdrawal takes away only what was known: words published meanwhile stand', () => {
    expect(foldProcedure([published(1, 'a', '1', null), published(2, 'b', '2', '1'), withdrawn(3, '1')])).toMatchObject({ withdrawn: false, published: { edition: edition('2') } });
    expect(foldProcedure([withdrawn(3, '1')])).toMatchObject({ withdrawn: true, published: null });
  });

  it('is the same on every station, in whatever order events arrive', () => {
    const moves = fc.array(fc.record({ do: fc.constantFrom('publish', 'withdraw', 'keep'), origin: fc.constantFrom('a', 'b'), wall: fc.nat({ max: 5 }), letter: fc.constantFrom('1', '2', '3'), basedOn: fc.constantFrom('1', '2', '3') }), { maxLength: 10 });
    fc.assert(
      fc.property(moves, fc.infiniteStream(fc.nat()), (drawn, luck) => {
        const events = drawn.map((move) => {
          if (move.do === 'publish') return published(move.wall, move.origin, move.letter, move.basedOn, 1);
          return move.do === 'withdraw' ? withdrawn(move.wall, move.basedOn) : at(move.wall, move.origin, 'ProcedureKept', { edition: edition(move.letter), document: documentWith(1, move.letter), station: 'x' });
        });
        const shuffled = events.map((event) => ({ event, key: luck.next().value ?? 0 })).toSorted((one, other) => one.key - other.key).map(({ event }) => event);
        expect(foldProcedure(shuffled.toSorted(compareEvents))).toEqual(foldProcedure(events.toSorted(compareEvents)));
      }),
    );
  });
});
