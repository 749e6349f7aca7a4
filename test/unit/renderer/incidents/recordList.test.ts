import { describe, expect, test } from 'vitest';
import { incidentDraftSchema, type IncidentDraft, type IncidentSummary } from '../../../../main/contract/index.ts';
import { alarmsToWriteUp, formToOpen, mergeAlarms, neighbour, recordLines, searchLines, shownLines, type RecordSources } from '../../../../renderer/incidents/recordList.ts';
import { acknowledgedBy, alarmOf, at, closedAlarmOf } from '../respond/alarmOf.ts';

const here = 'desk-1';
const own = { stationId: here };

const emptyReport: IncidentDraft['report'] = incidentDraftSchema.shape.report.parse({ title: '' });
const draftOf = (id: string, alarm: string | null, title = ''): IncidentDraft => ({ id, alarm, report: { ...emptyReport, title }, savedAt: at(100) });
const filedOf = (id: string, alarm: string | null, difference: Partial<IncidentSummary> = {}): IncidentSummary => ({
  id,
  title: 'Raised voice',
  station: 'Desk 2',
  staff: 'Zoë Moreau',
  filedAt: at(200),
  occurredAt: null,
  place: 'Returns',
  alarm,
  amendments: 0,
  category: null,
  review: 'open',
  amendedSinceReview: false,
  openFollowUps: 0,
  entries: 1,
  ...difference,
});
const sourcesOf = (sources: Partial<RecordSources>): RecordSources => ({ alarms: [], drafts: [], incidents: [], ownStationId: here, ...sources });
const toWriteUp = (sources: Partial<RecordSources>) => alarmsToWriteUp(sourcesOf(sources)).map(({ id }) => id);

describe('the list of records', () => {
  test('has what is open on top, then drafts, then calls to write up, then what was filed; the newest first in each', () => {
    const lines = recordLines(
      sourcesOf({
        alarms: [closedAlarmOf('closed', own), alarmOf('open')],
        drafts: [draftOf('draft', null)],
        incidents: [filedOf('older', null), filedOf('newer', null, { filedAt: at(300) })],
      }),
    );
    expect(lines.map(({ key }) => key)).toEqual(['open/open', 'draft/draft', 'alarm/closed', 'incident/newer', 'incident/older']);
  });

  test('is searched by every word, in any order, whatever the case and the accents', () => {
    const lines = recordLines(sourcesOf({ incidents: [filedOf('one', null), filedOf('two', null, { title: 'Broken chair', staff: null })] }));
    const found = (query: string) => searchLines(lines, query).map(({ key }) => key);
    expect(found('moreau RAISED')).toEqual(['incident/one']);
    expect(found('zoe')).toEqual(['incident/one']);
    expect(found('  ')).toHaveLength(2);
    expect(found('raised chair')).toEqual([]);
  });

  test('has what the station lists behind what is not filed yet, on the first page and while nothing but words narrows it down', () => {
    const lines = recordLines(sourcesOf({ drafts: [draftOf('draft', null, 'Raised hand')], incidents: [filedOf('one', null), filedOf('two', null)] }));
    const listed = ['far', 'two'].map((id) => ({ incident: filedOf(id, null), found: id === 'two' ? { title: [{ text: 'Raised', hit: true }], excerpt: [] } : null }));
    const shown = (words: string, narrowed: boolean, first: boolean) => shownLines(lines, words, { narrowed, first }, listed).map(({ key }) => key);
    expect(shown('raised', false, true)).toEqual(['draft/draft', 'incident/far', 'incident/two']);
    expect(shown('chair', false, true)).toEqual(['incident/far', 'incident/two']);
    expect(shown('', true, true)).toEqual(['incident/far', 'incident/two']);
    expect(shown('', false, false)).toEqual(['incident/far', 'incident/two']);
    expect(shownLines(lines, '', { narrowed: false, first: true }, listed).map((line) => 'found' in line)).toEqual([false, false, true]);
  });

  test('is what this window knows by itself until the station has answered, and nothing while it is narrowed down', () => {
    const lines = recordLines(sourcesOf({ incidents: [filedOf('one', null)] }));
    expect(shownLines(lines, '', { narrowed: false, first: true }, undefined)).toEqual(lines);
    expect(shownLines(lines, '', { narrowed: true, first: true }, undefined)).toEqual([]);
  });

  test('up and down stay within it, and begin at the top', () => {
    const lines = recordLines(sourcesOf({ incidents: [filedOf('b', null), filedOf('a', null, { filedAt: at(300) })] }));
    expect(neighbour(lines, '', 1)?.key).toBe('incident/a');
    expect(neighbour(lines, 'incident/a', 1)?.key).toBe('incident/b');
    expect(neighbour(lines, 'incident/b', 1)?.key).toBe('incident/b');
    expect(neighbour(lines, 'incident/a', -1)?.key).toBe('incident/a');
    expect(neighbour([], '', 1)).toBeUndefined();
  });
});

describe('calls to write up', () => {
  test('are closed ones that this desk raised or answered', () => {
    expect(toWriteUp({ alarms: [closedAlarmOf('raised', own), closedAlarmOf('answered', { acknowledgements: [acknowledgedBy(here)] }), closedAlarmOf('elsewhere'), alarmOf('open', own)] })).toEqual(['raised', 'answered']);
  });

  test('leave out what has a draft here or a record anywhere', () => {
    expect(toWriteUp({ alarms: [closedAlarmOf('drafted', own), closedAlarmOf('filed', own)], drafts: [draftOf('d', 'drafted')], incidents: [filedOf('i', 'filed')] })).toEqual([]);
  });

  test('include drills, which are practice in writing too, and leave out tests of the equipment', () => {
    expect(toWriteUp({ alarms: [closedAlarmOf('drill', { ...own, kind: 'drill' }), closedAlarmOf('test', { ...own, kind: 'test' })] })).toEqual(['drill']);
  });
});

describe('the form that opens by itself', () => {
  const sources = sourcesOf({ alarms: [closedAlarmOf('call', own)] });
  const soon = new Date(at(120));

  test('is that of a call closed a short while ago', () => {
    expect(formToOpen(sources, '', soon)?.id).toBe('call');
    expect(formToOpen(sources, '', new Date(at(2 * 60 * 60)))).toBeUndefined();
  });

  test('replaces the view of that call while it was open, and interrupts no other reading or writing', () => {
    expect(formToOpen(sources, 'open/call', soon)?.id).toBe('call');
    expect(formToOpen(sources, 'incident/other', soon)).toBeUndefined();
    expect(formToOpen(sources, 'draft/other', soon)).toBeUndefined();
  });
});

test('the live state of a call stands before what an older list said of it', () => {
  expect(mergeAlarms([closedAlarmOf('a')], [alarmOf('a'), closedAlarmOf('b')]).map(({ id, state }) => `${id} ${state}`)).toEqual(['a closed', 'b closed']);
});
