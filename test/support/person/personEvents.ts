import type { Draft, Event } from '../../../main/core/event/catalogue.ts';
import { subjectOf } from '../../../main/core/event/subject.ts';

/** A UUID that can be told apart at a glance. */
export const uuidOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const ada = { id: uuidOf(901), name: 'Ada Boateng' };
export const ben = { id: uuidOf(902), name: 'Ben Ode' };

/** Who signed at which desk. */
export const byOf = (staff: { readonly id: string; readonly name: string } | null, station = 'Desk 1') => ({ station, staff });

type Body<Kind extends Draft['kind']> = Extract<Draft, { readonly kind: Kind }>['body'];

/** Events of one file, each a minute after the one before, unless it is told its own moment. */
export const personStory = (person: string, origin = 'a'.repeat(32)) => {
  const events: Event[] = [];
  const tell = <Kind extends Draft['kind']>(kind: Kind, body: Body<Kind>, wall = Date.UTC(2026, 0, 1) + events.length * 60_000): void => {
    // The pair of kind and body was checked by the parameter's type; TypeScript cannot correlate the two unions.
    events.push({ origin, seq: events.length + 1, wall, counter: 0, kind, subject: subjectOf('person', person), body } as Event);
  };
  return {
    events,
    tell,
    establish: (part: Partial<Body<'PersonFileEstablished'>> = {}, wall?: number): void =>
      tell('PersonFileEstablished', { names: [{ id: uuidOf(801), name: 'Mo Grey' }], description: 'Tall, grey coat', before: 'Struck the counter', reviewOn: '2026-06-30', ...byOf(ada), ...part }, wall),
    ban: (ban: string, part: Partial<Body<'BanImposed'>> = {}, wall?: number): void =>
      tell('BanImposed', { ban, areas: [], from: '2026-01-10', until: '2026-02-10', reviewOn: null, notice: 'You may not come in.', decidedBy: 'J. Lee', ...byOf(ada), ...part }, wall),
  };
};
