import { closeSync, copyFileSync, existsSync, fstatSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { createJournal } from '../../../main/ledger/journal.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import type { Ledger } from '../../../main/ledger/ledger.ts';
import { openLedgerFile, type LedgerFile } from '../../../main/ledger/ledgerFile.ts';
import { openOrThrow } from '../../../main/ledger/openDatabase.ts';
import { withoutPauses } from '../../../main/ledger/pace.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestStation } from '../../support/ledger/testLedger.ts';

const key = new Uint8Array(32).fill(7);
const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const raised = (n: number): Draft => ({
  kind: 'AlarmRaised',
  subject: `alarm/${id(n)}`,
  body: { level: 'assist', kind: 'real', source: 'device', place: 'Front', press: id(1000 + n), alone: false, station: 'Desk 1', staff: null },
});

interface Running {
  readonly file: LedgerFile;
  readonly ledger: Ledger;
}

describe('the file of the ledger', () => {
  let folder: string;
  let path: string;
  const closing: (() => void)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quietbell-file-'));
    path = join(folder, 'ledger.db');
  });
  afterEach(() => {
    for (const close of closing.splice(0)) close();
    rmSync(folder, { recursive: true });
  });

  const open = (enrolled = true, repairs = true) => openLedgerFile({ file: path, key, enrolled, repairs, clock: heldClock(), log: silentLog });
  const start = (roster: readonly TestStation[] = [desk]): Running => {
    const opened = open(existsSync(join(folder, 'enrolled')));
    if (!opened.ok) throw new Error(opened.error.message);
    writeFileSync(join(folder, 'enrolled'), '');
    const journal = createJournal(join(folder, 'ledger.waiting'), key, silentLog);
    const ledger = createLedger({ connection: opened.value.connection, clock: heldClock(), log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey, journal, file: opened.value, pace: withoutPauses });
    for (const { station } of roster) {
      try {
        ledger.local.roster.add(station);
      } catch {
        // It is in memory; the file takes no writes at the moment.
      }
    }
    closing.push(opened.value.close, journal.close);
    return { file: opened.value, ledger };
  };
  const end = (): void => {
    for (const close of closing.splice(0)) close();
  };
  const spoil = (from = 0): void => {
    const descriptor = openSync(path, 'r+');
    const { size } = fstatSync(descriptor);
    writeSync(descriptor, Buffer.alloc(size - from, 0xa5), 0, size - from, from);
    closeSync(descriptor);
  };
  const setAside = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('ledger.set-aside-') && name.endsWith('.db'));
  const proof = async ({ ledger }: Running) => {
    const { ok, events } = await ledger.verify();
    return { ok, events };
  };

  it.each([['the ledger', ['', '-wal', '-shm']], ['only its main file', ['']], ['only its WAL', ['-wal']]])('is written again with all that was in it when %s is deleted under the station', async (_what, endings) => {
    const running = start();
    for (let n = 1; n <= 5; n += 1) running.ledger.append([raised(n)]);
    for (const ending of endings) rmSync(`${path}${ending}`);
    running.ledger.appendUrgently([raised(6)], () => {});
    running.file.tend();
    expect(running.file.replacement()).toMatchObject({ reason: 'rewritten' });
    running.ledger.append([raised(7)]);
    end();
    expect(await proof(start())).toEqual({ ok: true, events: 7 });
  });

  it('that was written again but not yet put at its place when the station ended is found at the next start', async () => {
    start().ledger.append([raised(1)]);
    end();
    renameSync(path, `${path}.new`);
    const again = start();
    expect(again.file.replacement()).toBeNull();
    expect(await proof(again)).toEqual({ ok: true, events: 1 });
  });

  it('takes its place again from another file that was put there, and that one is kept', async () => {
    const running = start();
    running.ledger.append([raised(1)]);
    const other = join(folder, 'other.db');
    openOrThrow(other, key).close();
    rmSync(path);
    copyFileSync(other, path);
    running.file.tend();
    expect(setAside()).toHaveLength(1);
    end();
    expect(await proof(start())).toEqual({ ok: true, events: 1 });
  });

  it('does nothing while all is well', () => {
    const running = start();
    running.ledger.append([raised(1)]);
    for (let look = 0; look < 3; look += 1) running.file.tend();
    expect(running.file.replacement()).toBeNull();
  });

  it('is set aside when it turns out damaged while the station runs; alarms go on, and what can be read of it comes back', async () => {
    const running = start();
    running.file.connection.prepare('PRAGMA cache_size = 1').run();
    for (let n = 1; n <= 300; n += 1) running.ledger.append([raised(n)]);
    running.file.connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    spoil(40 * 4096);
    const sent: number[] = [];
    running.ledger.appendUrgently([raised(301)], (records) => sent.push(...records.map(({ seq }) => seq)));
    await running.ledger.verify().catch(() => undefined);
    running.file.tend();
    expect(running.file.replacement()).toMatchObject({ reason: 'damaged', keptAs: join(folder, setAside()[0] ?? '') });
    expect(sent).toEqual([301]);
    await running.ledger.salvage();
    const { ok, events } = await proof(running);
    expect(ok).toBe(true);
    expect(events).toBeGreaterThan(10);
    expect(running.ledger.append([raised(302)]).ok).toBe(true);
  });

  it('that nothing can be read of any more gets its last own events back from memory, behind those that others bring', async () => {
    const colleague = openTestLedger(office, [desk]);
    closing.push(colleague.close);
    const running = start([desk, office]);
    running.file.connection.prepare('PRAGMA cache_size = 1').run();
    for (let n = 1; n <= 200; n += 1) running.ledger.append([raised(n)]);
    expect(colleague.ledger.accept(running.ledger.read(desk.station.id, 0, 10_000)).ok).toBe(true);
    running.file.connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    spoil();
    await running.ledger.verify().catch(() => undefined);
    running.file.tend();
    expect(running.file.replacement()).toMatchObject({ reason: 'damaged' });
    await running.ledger.acceptGradually(colleague.ledger.read(desk.station.id, 0, 10_000_000));
    await expect.poll(() => running.ledger.condition().missing).toBe(0);
    expect(running.ledger.append([raised(201)]).ok).toBe(true);
    expect(await proof(running)).toEqual({ ok: true, events: 201 });
  });

  it('is begun anew at the start when it does not hold, and no number is given twice: own events wait until those before them are back', async () => {
    const colleague = openTestLedger(office, [desk]);
    closing.push(colleague.close);
    const running = start([desk, office]);
    for (let n = 1; n <= 3; n += 1) running.ledger.append([raised(n)]);
    const all = running.ledger.read(desk.station.id, 0, 1_000_000);
    expect(colleague.ledger.accept(all).ok).toBe(true);
    for (const close of closing.splice(1)) close();
    spoil();
    const again = start([desk, office]);
    expect(again.file.replacement()).toMatchObject({ reason: 'damaged' });
    expect(await again.ledger.verify()).toMatchObject({ ok: false, problems: [{ origin: desk.station.id, seq: 1, problem: 'events up to 3 were here and are missing' }] });
    const sent: number[] = [];
    again.ledger.appendUrgently([raised(4)], (records) => sent.push(...records.map(({ seq }) => seq)));
    expect(sent).toEqual([4]);
    expect(again.ledger.condition()).toMatchObject({ waiting: 1, missing: 3 });
    expect(again.ledger.takesWrites()).toBe(true);
    expect(again.ledger.append([raised(5)])).toMatchObject({ ok: false, error: { type: 'LedgerUnwritable' } });
    expect(again.ledger.have()).toEqual(new Map([[desk.station.id, 0]]));
    expect(await again.ledger.acceptGradually(colleague.ledger.read(desk.station.id, 0, 1_000_000))).toMatchObject({ ok: true, value: { accepted: 3 } });
    expect(again.ledger.flush()).toBe(true);
    expect(again.ledger.condition()).toMatchObject({ waiting: 0, missing: 0 });
    expect(again.ledger.append([raised(5)]).ok).toBe(true);
    expect(colleague.ledger.accept(again.ledger.read(desk.station.id, 3, 1_000_000))).toMatchObject({ ok: true, value: { accepted: 2 } });
    expect(await proof(again)).toEqual({ ok: true, events: 5 });
  });

  it.each([['wholly', 0], ['behind its first page', 4096]])('that is damaged %s lets the only station of a site go on behind what is left: nobody else ever saw the rest', async (_how, from) => {
    const running = start();
    running.ledger.append([raised(1)]);
    end();
    spoil(from);
    const again = start();
    again.ledger.appendUrgently([raised(2)], () => {});
    await again.ledger.salvage();
    expect(again.ledger.flush()).toBe(true);
    expect(again.ledger.append([raised(3)]).ok).toBe(true);
    expect(again.ledger.state('alarm', `alarm/${id(2)}`)).toMatchObject({ state: 'raised' });
    expect(await proof(again)).toEqual({ ok: true, events: 2 });
    end();
    const later = start();
    expect(later.ledger.append([raised(4)]).ok).toBe(true);
    expect(await proof(later)).toEqual({ ok: true, events: 3 });
  });

  it('that is locked by another program at the start is waited for, and alarms are not: they are kept beside it', async () => {
    start().ledger.append([raised(1)]);
    end();
    const other = openOrThrow(path, key);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const running = start();
    const sent: number[] = [];
    running.ledger.appendUrgently([raised(2)], (records) => sent.push(...records.map(({ seq }) => seq)));
    expect(sent).toEqual([2]);
    await running.ledger.salvage();
    expect(running.ledger.takesWrites()).toBe(false);
    other.close();
    running.file.tend();
    expect(running.file.replacement()).toMatchObject({ reason: 'returned' });
    expect(running.ledger.flush()).toBe(true);
    expect(await proof(running)).toEqual({ ok: true, events: 2 });
  });

  it('of a station that is not known from elsewhere is never set aside, nor one that a newer program wrote', () => {
    start().ledger.append([raised(1)]);
    end();
    const database = openOrThrow(path, key);
    database.pragma('user_version = 9999');
    database.close();
    const before = readFileSync(path);
    expect(open(true)).toMatchObject({ ok: false, error: { type: 'LedgerDamaged', message: expect.stringContaining('this program knows') } });
    expect(readFileSync(path).equals(before)).toBe(true);
    spoil();
    const spoilt = readFileSync(path);
    expect(open(false)).toMatchObject({ ok: false, error: { type: 'KeyWrong' } });
    expect(readFileSync(path).equals(spoilt)).toBe(true);
  });

  it('that is damaged is left as it is by a command that only looks, which says so', () => {
    start().ledger.append([raised(1)]);
    end();
    spoil();
    expect(open(true, false)).toMatchObject({ ok: false, error: { type: 'LedgerDamaged', remedy: expect.stringContaining('Start this station') } });
    expect(setAside()).toEqual([]);
  });

  it('keeps what waits when the station ends before it could be committed', async () => {
    const running = start();
    running.ledger.append([raised(1)]);
    running.file.connection.prepare('PRAGMA query_only = ON').run();
    running.ledger.appendUrgently([raised(2)], () => {});
    running.ledger.appendUrgently([raised(3)], () => {});
    end();
    const again = start();
    expect(again.ledger.condition()).toMatchObject({ waiting: 0 });
    expect(await proof(again)).toEqual({ ok: true, events: 3 });
  });
});
