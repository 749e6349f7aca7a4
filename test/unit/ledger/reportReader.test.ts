import { afterEach, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { openForReading } from '../../../main/ledger/damage.ts';
import { createReportReader } from '../../../main/ledger/reportReader.ts';
import { heldClock, makeTestStation, openTestLedger } from '../../support/ledger/testLedger.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const by = { station: 'Desk 1', staff: null };
const raised = (n: number, kind: 'real' | 'drill'): Draft => ({ kind: 'AlarmRaised', subject: `alarm/${id(n)}`, body: { level: 'assist', kind, source: 'device', place: 'Lobby', press: id(1000 + n), alone: false, ...by } });
const filed = (n: number, alarm: string | null, occurredAt: string | null): Draft => ({ kind: 'IncidentFiled', subject: `incident/${id(n)}`, body: { alarm, report: incidentReportSchema.parse({ title: 'Shouting', place: 'Lobby', occurredAt, category: { id: 'verbal', name: 'Verbal abuse' } }), ...by } });

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close();
});

it('a report is read from the records and calls of its months, and leaves what grew out of a drill out', () => {
  const clock = heldClock(new Date(2026, 10, 24, 9).getTime());
  const { ledger, file, close } = openTestLedger(makeTestStation('Desk 1'), [], clock);
  closing.push(close);
  const append = (...drafts: readonly Draft[]): void => {
    expect(ledger.append(drafts).ok).toBe(true);
    clock.pass(20_000);
  };
  append(raised(1, 'real'), raised(2, 'drill'));
  append({ kind: 'AlarmAcknowledged', subject: `alarm/${id(1)}`, body: by });
  append({ kind: 'ResponderArrived', subject: `alarm/${id(1)}`, body: by });
  append({ kind: 'AlarmClosed', subject: `alarm/${id(1)}`, body: { reason: 'false-alarm', note: '', presses: [id(1001)], ...by } });
  append(filed(11, id(1), null), filed(12, id(2), null), filed(13, null, new Date(2026, 9, 5, 14).toISOString()), filed(14, null, new Date(2024, 9, 5).toISOString()));
  const database = openForReading(file, new Uint8Array(32).fill(7));
  if (database === null) throw new Error('the ledger cannot be read');
  closing.push(() => database.close());

  const report = createReportReader(database)({ month: '2026-11', months: 1 });
  expect(report).toMatchObject({
    records: { now: 1, before: 1 },
    calls: { real: { now: 1, before: 0 }, drill: { now: 1, before: 0 } },
    places: [{ value: 'Lobby', now: 1, before: 1 }],
    categories: [{ value: 'verbal', now: 1, before: 1 }],
  });
  expect(report.ends.find(({ value }) => value === 'false-alarm')).toMatchObject({ now: 1 });
  expect(report.response.filter(({ kind }) => kind === 'real').map(({ now }) => now.median)).toEqual([20, 40]);
});
