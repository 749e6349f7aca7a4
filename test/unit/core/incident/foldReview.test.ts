import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents, type Event } from '../../../../main/core/event/catalogue.ts';
import { foldIncident } from '../../../../main/core/incident/foldIncident.ts';
import { foldReview } from '../../../../main/core/incident/foldReview.ts';
import { incidentStory, sam } from '../../../support/incidentStory.ts';

const review = (events: readonly Event[]) => foldReview(events.toSorted(compareEvents));

describe('the review of a record', () => {
  it('is open, waits while a question is, and is closed', () => {
    const { events, file, tell } = incidentStory();
    file();
    expect(review(events)).toEqual({ state: 'open', thread: [], unseen: [] });
    const question = tell('ReviewQuestionAsked', { text: 'Who called the police?' });
    expect(review(events)).toMatchObject({ state: 'question', thread: [{ what: 'question', waiting: true }] });
    tell('ReviewQuestionAnswered', { question, text: 'I did.' }, { origin: 'b', staff: sam });
    expect(review(events)).toMatchObject({ state: 'open', thread: [{ waiting: false }, { what: 'answer', text: 'I did.', answers: question, staff: 'Sam Okafor', station: 'Desk b' }] });
    tell('IncidentCommented', { text: 'Well handled.' });
    tell('ReviewClosed', { note: 'Nothing more to do.', covers: [question] });
    expect(review(events)).toMatchObject({ state: 'closed', unseen: [] });
    tell('ReviewReopened', { text: 'A witness came.' });
    expect(review(events)).toMatchObject({ state: 'open' });
    expect(review(events).thread.map(({ what }) => what)).toEqual(['question', 'answer', 'comment', 'closed', 'reopened']);
  });

  it('shows what was added after it was closed, and no longer once that was looked at', () => {
    const { events, file, tell } = incidentStory();
    file();
    const first = tell('IncidentAmended', { text: 'He wore a hat.' });
    tell('ReviewClosed', { note: '', covers: [first] });
    expect(foldIncident(events)?.summary).toMatchObject({ review: 'closed', amendedSinceReview: false });
    const second = tell('IncidentAmended', { text: 'He came back.' });
    expect(foldIncident(events)?.summary).toMatchObject({ review: 'closed', amendedSinceReview: true });
    expect(review(events).unseen).toEqual([second]);
    tell('ReviewClosed', { note: 'Seen.', covers: [second] });
    expect(review(events)).toMatchObject({ state: 'closed', unseen: [] });
  });

  it('counts as unseen what another desk added before it was closed, if whoever closed it did not know', () => {
    const { events, file, tell } = incidentStory();
    file();
    const elsewhere = tell('IncidentAmended', { text: 'She cut her hand.' }, { origin: 'b', minute: 3 });
    tell('ReviewClosed', { note: '', covers: [] }, { minute: 4 });
    expect(review(events)).toMatchObject({ state: 'closed', unseen: [elsewhere] });
  });

  it('lets no question be closed over by somebody who did not know of it', () => {
    const { events, file, tell } = incidentStory();
    file();
    const known = tell('ReviewQuestionAsked', { text: 'When was that?' }, { minute: 2 });
    const unknown = tell('ReviewQuestionAsked', { text: 'And who?' }, { origin: 'b', minute: 3 });
    tell('ReviewClosed', { note: '', covers: [known] }, { minute: 4 });
    expect(review(events).state).toBe('question');
    expect(review(events).thread.filter(({ waiting }) => waiting).map(({ id }) => id)).toEqual([unknown]);
    tell('ReviewQuestionAnswered', { question: unknown, text: 'The tall one.' }, { origin: 'b' });
    expect(review(events).state).toBe('closed');
  });

  it('is the same whatever comes first', () => {
    const { events, file, tell } = incidentStory();
    file();
    const question = tell('ReviewQuestionAsked', { text: 'When was that?' });
    tell('ReviewQuestionAnswered', { question, text: 'At noon.' }, { origin: 'b', minute: 2 });
    tell('ReviewQuestionAnswered', { question, text: 'At one.' }, { origin: 'c', minute: 2 });
    tell('IncidentAmended', { text: 'A word more.' }, { origin: 'c', minute: 2 });
    tell('ReviewClosed', { note: '', covers: [question] }, { minute: 2 });
    const expected = foldIncident(events.toSorted(compareEvents));
    expect(expected?.review.thread.filter(({ what }) => what === 'answer')).toHaveLength(2);
    fc.assert(fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => { expect(foldIncident(order.toSorted(compareEvents))).toEqual(expected); }));
  });
});
