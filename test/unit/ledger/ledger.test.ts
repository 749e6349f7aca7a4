import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import { projectionVersion } from '../../../main/core/event/projections.ts';
import { openDatabase } from '../../../main/ledger/openDatabase.ts';
import { refreshProjections } from '../../../main/ledger/refreshProjections.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, type TestLedger, type TestStation } from '../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const lobby = makeTestStation('Lobby');
const open: TestLedger[] = [];
const openLedger = (...args: Parameters<typeof openTestLedger>): TestLedger => {
  const opened = openTestLedger(...args);
  open.push(opened);
  return opened;
};
afterEach(() => {
  for (const ledger of open.splice(0)) ledger.close();
});

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const raised = (n: number, station: TestStation = desk): Draft => ({
  kind: 'AlarmRaised',
  subject: `alarm/${id(n)}`,
  body: { level: 'assist', kind: 'real', source: 'device', place: station.station.place, press: id(1000 + n), alone: false, station: station.station.name, staff: null },
});
const received = (n: number, station: TestStation): Draft => ({ kind: 'AlarmReceived', subject: `alarm/${id(n)}`, body: { station: station.station.name } });
const acknowledged = (n: number, station: TestStation): Draft => ({ kind: 'AlarmAcknowledged', subject: `alarm/${id(n)}`, body: { station: station.station.name, staff: null } });
const closed = (n: number, station: TestStation): Draft => ({ kind: 'AlarmClosed', subject: `alarm/${id(n)}`, body: { reason: 'resolved', note: '', presses: [id(1000 + n)], station: station.station.name, staff: null } });
const allOf = ({ ledger }: TestLedger, origin: TestStation): readonly EventRecord[] => ledger.read(origin.station.id, 0, Number.MAX_SAFE_INTEGER);

describe('the ledger', () => {
  it('keeps what was appended, numbered without gaps and signed, and proves it', async () => {
    const { ledger } = openLedger(desk, []);
    expect(ledger.append([raised(1), received(1, office)]).ok).toBe(true);
    expect(ledger.append([acknowledged(1, office)]).ok).toBe(true);
    expect(ledger.have()).toEqual(new Map([[desk.station.id, 3]]));
    expect(ledger.state('alarm', `alarm/${id(1)}`)?.state).toBe('acknowledged');
    expect(await ledger.verify()).toEqual({ ok: true, events: 3, stations: 1, sealed: 3, erased: 0, subjects: 1, problems: [] });
  });

  it('writes a state anew where it lies, unless its place in the lists has changed', () => {
    const { ledger, database } = openLedger(desk, []);
    ledger.append([raised(1)]);
    ledger.append([raised(2)]);
    const rows = () => database.prepare('SELECT rowid, open FROM projection ORDER BY subject').raw().all();
    ledger.append([acknowledged(1, office)]);
    expect([rows(), ledger.state('alarm', `alarm/${id(1)}`)?.state]).toEqual([[[1, 1], [2, 1]], 'acknowledged']);
    ledger.append([closed(1, office)]);
    expect([rows(), ledger.states('alarm', { open: true }).length]).toEqual([[[1, 0], [2, 1]], 1]);
  });

  it('refuses to change or delete an event', async () => {
    const { ledger, database } = openLedger(desk, []);
    ledger.append([raised(1)]);
    expect(() => database.exec("UPDATE event SET kind = 'AlarmClosed'")).toThrow('never changed');
    expect(() => database.exec('DELETE FROM event')).toThrow('never deleted');
  });

  it('takes the events of another station only when they are signed, in order and without a gap', async () => {
    const at = openLedger(desk, [office]);
    const there = openLedger(office, [desk]);
    there.ledger.append([raised(1, office)]);
    there.ledger.append([closed(1, office)]);
    const [first, second] = allOf(there, office);
    if (first === undefined || second === undefined) throw new Error('two events were written');
    expect(at.ledger.accept([second])).toEqual({ ok: true, value: { accepted: 0 } });
    expect(at.ledger.accept([{ ...first, signature: new Uint8Array(64) }])).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
    expect(at.ledger.accept([{ ...first, origin: desk.station.id }])).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
    expect(at.ledger.accept([second, first])).toEqual({ ok: true, value: { accepted: 2 } });
    expect(at.ledger.accept([first, second])).toEqual({ ok: true, value: { accepted: 0 } });
    expect((await at.ledger.verify()).ok).toBe(true);
  });

  it('trusts nobody who is not on the roster', async () => {
    const at = openLedger(desk, []);
    const there = openLedger(office, []);
    there.ledger.append([raised(1, office)]);
    expect(at.ledger.accept(allOf(there, office))).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
    expect(at.ledger.preview(allOf(there, office))).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
  });

  it('shows the same projections whatever the order and the split in which the events arrive', { timeout: 60_000 }, async () => {
    const steps = [raised, acknowledged, received, closed] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ by: fc.constantFrom(desk, office), step: fc.constantFrom(0, 1, 2, 3), alarm: fc.integer({ min: 1, max: 2 }), pause: fc.nat(3) }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }),
        async (script, dice) => {
          const clock = heldClock();
          const writers = new Map([desk, office].map((station) => [station, openTestLedger(station, [desk, office], clock)]));
          for (const { by, step, alarm, pause } of script) {
            clock.pass(pause);
            writers.get(by)?.ledger.append([steps[step](alarm, by)]);
          }
          const records = [desk, office].map((station) => allOf(writers.get(station) ?? never(), station));
          const watcher = makeTestStation('Watcher');
          const readers = [dice, dice.toReversed()].map((rolls) => {
            const reader = openTestLedger(watcher, [desk, office]);
            const queues = records.map((list) => [...list]);
            for (let roll = 0; queues.some((queue) => queue.length > 0); roll += 1) {
              const queue = queues[(rolls[roll % rolls.length] ?? 0) % queues.length] ?? [];
              reader.ledger.accept(queue.splice(0, 1 + ((rolls[(roll + 7) % rolls.length] ?? 0) % 3)));
            }
            return reader;
          });
          const shown = readers.map(({ ledger }) => ledger.states('alarm'));
          expect(shown[0]).toEqual(shown[1]);
          for (const { ledger } of readers) expect((await ledger.verify()).ok).toBe(true);
          for (const ledger of [...writers.values(), ...readers]) ledger.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('makes its projections anew from the events, those that are wrong and those that are missing', async () => {
    const { ledger, database } = openLedger(desk, []);
    for (let n = 1; n <= 20; n += 1) ledger.append([raised(n), acknowledged(n, office)]);
    const before = ledger.states('alarm');
    database.exec(`UPDATE projection SET state = '{}', open = 0 WHERE subject < 'alarm/${id(5)}'; DELETE FROM projection WHERE subject > 'alarm/${id(9)}'`);
    expect(await ledger.rebuild()).toBe(20);
    expect(ledger.states('alarm')).toEqual(before);
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 40 });
  });

  it('whose projections other folds made, in an earlier or later program, gets them anew once', async () => {
    const { ledger, database } = openLedger(desk, []);
    ledger.append([raised(1)]);
    const before = ledger.states('alarm');
    expect(await refreshProjections(ledger, silentLog)).toBe(1);
    expect(await refreshProjections(ledger, silentLog)).toBeNull();
    for (const version of ['0', String(projectionVersion + 1)]) {
      ledger.local.keepSecret('version of the projections', Buffer.from(version));
      database.exec(`UPDATE projection SET state = '{}'`);
      expect(await refreshProjections(ledger, silentLog)).toBe(1);
      expect(ledger.states('alarm')).toEqual(before);
    }
    expect(await refreshProjections(ledger, silentLog)).toBeNull();
  });

  it('is not readable without its key, and says which key is wrong without touching the file', async () => {
    const { ledger, database, file } = openLedger(desk, []);
    ledger.append([{ kind: 'IncidentFiled', subject: `incident/${id(9)}`, body: { alarm: null, report: reportTitled('marker-in-the-clear'), station: 'Desk 1', staff: null } }]);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const folder = mkdtempSync(join(tmpdir(), 'quietbell-copy-'));
    const copy = join(folder, 'ledger.db');
    copyFileSync(file, copy);
    const before = readFileSync(copy);
    expect(before.includes('marker-in-the-clear')).toBe(false);
    expect(openDatabase(copy, new Uint8Array(32).fill(8))).toMatchObject({ ok: false, error: { type: 'KeyWrong' } });
    expect(readFileSync(copy).equals(before)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('sends an urgent event before it commits, and commits it later when the database takes no writes', async () => {
    const { ledger, database } = openLedger(desk, []);
    const order: string[] = [];
    ledger.onCommitted(() => order.push('committed'));
    ledger.onUrgent(() => order.push('shown'));
    database.pragma('query_only = ON');
    ledger.appendUrgently([raised(1)], () => order.push('sent'));
    expect(order).toEqual(['sent', 'shown']);
    expect(ledger.append([raised(2)])).toMatchObject({ ok: false, error: { type: 'LedgerUnwritable' } });
    database.pragma('query_only = OFF');
    expect(ledger.flush()).toBe(true);
    expect(order).toEqual(['sent', 'shown', 'committed']);
    expect(ledger.append([raised(2)]).ok).toBe(true);
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 2 });
  });

  it('lets listeners append in turn without losing or doubling anything', async () => {
    const at = openLedger(desk, [office]);
    const there = openLedger(office, [desk]);
    at.ledger.onEvents((events) => {
      for (const event of events) if (event.kind === 'AlarmRaised') at.ledger.appendUrgently([received(1, desk)], () => {});
    });
    there.ledger.append([raised(1, office)]);
    at.ledger.accept(allOf(there, office));
    at.ledger.appendUrgently([raised(2)], () => {});
    expect(await at.ledger.verify()).toMatchObject({ ok: true, events: 4 });
  });

  it('commits an alarm although the network or a listener fails', async () => {
    const { ledger } = openLedger(desk, []);
    const seen: string[] = [];
    const fail = (): never => {
      throw new Error('out of order');
    };
    ledger.onUrgent(fail);
    ledger.onEvents(fail);
    ledger.onEvents((events) => seen.push(...events.map(({ kind }) => kind)));
    ledger.appendUrgently([raised(1)], fail);
    expect(seen).toEqual(['AlarmRaised']);
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 1 });
  });

  it('keeps the order of the chain when whoever hears of an urgent event writes another one at once', async () => {
    const { ledger, database } = openLedger(desk, []);
    ledger.onUrgent((events) => {
      if (events.some((event) => event.kind === 'AlarmRaised')) ledger.appendUrgently([received(1, desk)], () => {});
    });
    ledger.appendUrgently([raised(1)], () => {});
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 2 });
    expect(database.prepare('SELECT seq FROM head').pluck().get()).toBe(2);
  });

  it('takes what the others wrote although one chain beside it does not hold', async () => {
    const at = openLedger(desk, [office, lobby]);
    const before = openLedger(office, [desk]);
    before.ledger.append([raised(1, office)]);
    at.ledger.accept(allOf(before, office));
    const restored = openLedger(office, [desk]);
    restored.ledger.append([raised(2, office)]);
    restored.ledger.append([raised(3, office)]);
    const other = openLedger(lobby, [desk]);
    other.ledger.append([raised(4, lobby)]);
    expect(at.ledger.accept([...allOf(restored, office), ...allOf(other, lobby)])).toEqual({ ok: true, value: { accepted: 1, forked: [office.station.id] } });
    expect(at.ledger.have()).toEqual(new Map([[office.station.id, 1], [lobby.station.id, 1]]));
    expect(at.ledger.preview(allOf(restored, office))).toMatchObject({ ok: true });
    expect((await at.ledger.verify()).ok).toBe(true);
  });

  it('gives no number twice: its own events from before a restore wait until what is uncommitted has its place', async () => {
    const before = openLedger(desk, [office]);
    before.ledger.append([raised(1)]);
    const restored = openLedger(desk, [office]);
    restored.database.pragma('query_only = ON');
    restored.ledger.appendUrgently([raised(2)], () => {});
    restored.database.pragma('query_only = OFF');
    expect(restored.ledger.accept(allOf(before, desk))).toMatchObject({ ok: true, value: { accepted: 0 } });
    expect(restored.ledger.flush()).toBe(true);
    expect(restored.ledger.append([raised(3)]).ok).toBe(true);
    expect(await restored.ledger.verify()).toMatchObject({ ok: true, events: 2 });
  });

  it('goes on behind its own events that come back from a colleague after a restore', async () => {
    const before = openLedger(desk, [office]);
    before.ledger.append([raised(1)]);
    const restored = openLedger(desk, [office]);
    expect(restored.ledger.accept(allOf(before, desk))).toMatchObject({ ok: true, value: { accepted: 1 } });
    expect(restored.ledger.append([closed(1, desk)]).ok).toBe(true);
    expect(await restored.ledger.verify()).toMatchObject({ ok: true, events: 2 });
  });

  it('writes an answer later than what it answers, even when its own clock is behind', async () => {
    const late = openLedger(desk, [office], heldClock(Date.UTC(2026, 10, 24, 8, 59)));
    const there = openLedger(office, [desk], heldClock(Date.UTC(2026, 10, 24, 9)));
    there.ledger.append([raised(1, office)]);
    late.ledger.preview(allOf(there, office));
    const answer = late.ledger.append([acknowledged(1, desk)]);
    expect(answer.ok && (answer.value[0]?.wall ?? 0) >= Date.UTC(2026, 10, 24, 9)).toBe(true);
  });
});

const reportTitled = (title: string) => incidentReportSchema.parse({ title });
const never = (): TestLedger => {
  throw new Error('no such ledger');
};
