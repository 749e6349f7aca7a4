import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents, type Event } from '../../../../main/core/event/catalogue.ts';
import { byDue } from '../../../../main/core/incident/foldFollowUps.ts';
import { foldIncident, type FiledIncident } from '../../../../main/core/incident/foldIncident.ts';
import { incidentStory, sam } from '../../../support/incidentStory.ts';

const fold = (events: readonly Event[]): FiledIncident => {
  const filed = foldIncident(events.toSorted(compareEvents));
  if (filed === null) throw new Error('The record was filed');
  return filed;
};
const nobody = { staff: null, name: '' };

describe('what is to be done after an incident', () => {
  it('was filed with it or added since, and is counted until it is done', () => {
    const { events, file, tell } = incidentStory();
    file({ followUps: [{ what: 'Mend the door', owner: { staff: null, name: 'Caretaker' }, due: '2026-02-01' }] });
    const added = tell('FollowUpAdded', { what: 'Talk to the witness', owner: { staff: sam.id, name: sam.name }, due: null });
    expect(fold(events).followUps).toMatchObject([{ id: 'filed-1', what: 'Mend the door', done: false }, { id: added, owner: { staff: sam.id }, done: false }]);
    expect(fold(events).summary.openFollowUps).toBe(2);
    tell('FollowUpDone', { followUp: 'filed-1', note: 'New lock' }, { staff: sam });
    expect(fold(events).followUps[0]).toMatchObject({ done: true, history: [{ what: 'done', staff: 'Sam Okafor', note: 'New lock' }] });
    expect(fold(events).summary.openFollowUps).toBe(1);
  });

  it('can be opened again and given to somebody else, and says so in its history', () => {
    const { events, file, tell } = incidentStory();
    file({ followUps: [{ what: 'Mend the door', owner: nobody, due: null }] });
    tell('FollowUpDone', { followUp: 'filed-1', note: '' });
    tell('FollowUpReopened', { followUp: 'filed-1', note: 'It sticks again' });
    tell('FollowUpReassigned', { followUp: 'filed-1', owner: { staff: sam.id, name: sam.name }, due: '2026-03-01' });
    expect(fold(events).followUps).toMatchObject([{ done: false, owner: { name: 'Sam Okafor' }, due: '2026-03-01', history: [{ what: 'done' }, { what: 'reopened', note: 'It sticks again' }, { what: 'reassigned', note: 'Sam Okafor, 2026-03-01' }] }]);
  });

  it('passes over a word about something that is not there', () => {
    const { events, file, tell } = incidentStory();
    file();
    tell('FollowUpDone', { followUp: 'filed-3', note: '' });
    expect(fold(events).followUps).toEqual([]);
  });

  it('is the same whatever comes first, also when two desks change it at once', () => {
    const { events, file, tell } = incidentStory();
    file({ followUps: [{ what: 'Mend the door', owner: nobody, due: null }] });
    const added = tell('FollowUpAdded', { what: 'Ring the family', owner: nobody, due: null }, { origin: 'b' });
    tell('FollowUpDone', { followUp: 'filed-1', note: 'here' }, { minute: 5 });
    tell('FollowUpReassigned', { followUp: 'filed-1', owner: { staff: null, name: 'Town hall' }, due: null }, { origin: 'b', minute: 5 });
    tell('FollowUpDone', { followUp: added, note: '' }, { origin: 'c', minute: 6 });
    const expected = fold(events);
    expect(expected.followUps).toMatchObject([{ done: true, owner: { name: 'Town hall' } }, { done: true }]);
    fc.assert(fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => { expect(fold(order)).toEqual(expected); }));
  });

  it('is listed by the day it is due, what has none at the end', () => {
    expect([{ due: null }, { due: '2026-05-01' }, { due: '2026-04-30' }].toSorted(byDue).map(({ due }) => due)).toEqual(['2026-04-30', '2026-05-01', null]);
  });
});
