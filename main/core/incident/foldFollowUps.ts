import type { FollowUp, FollowUpChange, NewFollowUp } from '../../contract/followUp.ts';
import type { Event } from '../event/catalogue.ts';
import { placeOf } from '../event/placeOf.ts';

/** What is to be done after one incident: what was filed with it, then what was added. Of two desks that changed one at the same time the later word holds, and both stand in its history. */
export const foldFollowUps = (filed: readonly NewFollowUp[], events: readonly Event[]): readonly FollowUp[] => {
  const byId = new Map<string, FollowUp>(filed.map((followUp, index) => [`filed-${index + 1}`, { ...followUp, id: `filed-${index + 1}`, done: false, history: [] }]));
  for (const event of events) if (event.kind === 'FollowUpAdded') byId.set(placeOf(event), addedBy(event));
  for (const event of events) {
    if (event.kind !== 'FollowUpDone' && event.kind !== 'FollowUpReopened' && event.kind !== 'FollowUpReassigned') continue;
    const known = byId.get(event.body.followUp);
    if (known !== undefined) byId.set(known.id, changedBy(known, event));
  }
  return [...byId.values()];
};

const addedBy = (event: Extract<Event, { kind: 'FollowUpAdded' }>): FollowUp => {
  const { what, owner, due } = event.body;
  return { id: placeOf(event), what, owner, due, done: false, history: [changeIn(event, 'added', '')] };
};

const changedBy = (followUp: FollowUp, event: Extract<Event, { kind: 'FollowUpDone' | 'FollowUpReopened' | 'FollowUpReassigned' }>): FollowUp => {
  switch (event.kind) {
    case 'FollowUpDone':
      return { ...followUp, done: true, history: [...followUp.history, changeIn(event, 'done', event.body.note)] };
    case 'FollowUpReopened':
      return { ...followUp, done: false, history: [...followUp.history, changeIn(event, 'reopened', event.body.note)] };
    case 'FollowUpReassigned': {
      const { owner, due } = event.body;
      return { ...followUp, owner, due, history: [...followUp.history, changeIn(event, 'reassigned', [owner.name, due ?? ''].filter((part) => part !== '').join(', '))] };
    }
  }
};

const changeIn = ({ wall, body }: Extract<Event, { kind: 'FollowUpAdded' | 'FollowUpDone' | 'FollowUpReopened' | 'FollowUpReassigned' }>, what: FollowUpChange['what'], note: string): FollowUpChange => ({
  what,
  at: new Date(wall).toISOString(),
  station: body.station,
  staff: body.staff?.name ?? null,
  note,
});

/** What is due first comes first; what has no day comes last. */
export const byDue = (one: Pick<FollowUp, 'due'>, other: Pick<FollowUp, 'due'>): number => (one.due ?? '9').localeCompare(other.due ?? '9');
