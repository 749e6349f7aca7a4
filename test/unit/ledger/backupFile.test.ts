import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { BackupLock } from '../../../main/core/backup/foldBackup.ts';
import { lockOf, openBackup, readEnvelope } from '../../../main/ledger/backupFile.ts';
import { backupName, rotate } from '../../../main/ledger/backupFolder.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import { openDatabase } from '../../../main/ledger/openDatabase.ts';
import { restoreLedger } from '../../../main/ledger/restoreBackup.ts';
import { writeBackup } from '../../../main/ledger/writeBackup.ts';
import { makeSmallDisk, noSmallDisk } from '../../support/damage/smallDisk.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestLedger } from '../../support/ledger/testLedger.ts';
import { reportNotRun } from '../../support/notRun.ts';

const passphrase = 'correct horse battery';
const ledgerKey = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(9);
const at = Date.UTC(2026, 10, 24, 9);
const desk = makeTestStation('Desk 1');
let lock: BackupLock;
let open: TestLedger;
let folder: string;

beforeEach(async () => {
  lock ??= await lockOf(passphrase);
  folder = mkdtempSync(join(tmpdir(), 'quietbell-backup-'));
  open = openTestLedger(desk, []);
  for (let count = 0; count < 50; count += 1) open.ledger.append([{ kind: 'NoticePosted', subject: 'board/site', body: { id: crypto.randomUUID(), text: `Notice ${count} `.repeat(40), by: 'Desk 1' } }]);
});
afterEach(() => {
  open.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (target: Parameters<typeof writeBackup>[0]['target'], moment = at) =>
  writeBackup({ ledgerFile: open.file, ledgerKey: Buffer.from(ledgerKey), attachments: join(open.file, '../attachments'), lock, station: desk.station.id, name: 'Désk 1', site: 'Elm', at: moment, before: null, target }, () => {});

const written = (): string => {
  const file = join(folder, 'one.backup');
  expect(write({ file, force: false })).toMatchObject({ ok: true, value: { made: { file, events: 50 } } });
  return file;
};

const opened = async (file: string) => {
  const backup = await openBackup(file, passphrase);
  if (!backup.ok) throw new Error(backup.error.message);
  return backup.value;
};

describe('a backup', () => {
  it('opens with the passphrase alone, and every event in it holds', async () => {
    const backup = await opened(written());
    expect(backup).toMatchObject({ station: desk.station.id, name: 'Désk 1', site: 'Elm', at: new Date(at).toISOString(), events: 50 });
    const into = join(folder, 'ledger.db');
    expect(restoreLedger(backup, into, otherKey, true)).toEqual({ ok: true, value: undefined });
    const database = openDatabase(into, otherKey);
    if (!database.ok) throw new Error(database.error.message);
    const ledger = createLedger({ connection: createConnection(database.value), clock: heldClock(), log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey });
    expect(await ledger.verify()).toMatchObject({ ok: true, events: 50, stations: 1 });
    expect(ledger.state('board', 'board/site')).toEqual(open.ledger.state('board', 'board/site'));
    database.value.close();
  });

  it('can be read by its owner alone, and gives nothing of its content away', () => {
    const file = written();
    expect(process.platform === 'win32' || (statSync(file).mode & 0o777) === 0o600).toBe(true);
    const bytes = readFileSync(file).toString('latin1');
    for (const word of ['Notice', 'Elm', 'SQLite format', 'CREATE TABLE']) expect(bytes).not.toContain(word);
  });

  it('of before an erasure forgets again what the list beside it names, and what is added to the list stays on it', async () => {
    const subject = (n: number): string => `incident/00000000-0000-7000-8000-00000000000${n}`;
    const file = (n: number) => ({ kind: 'IncidentFiled' as const, subject: subject(n), body: { alarm: null, report: incidentReportSchema.parse({ title: `Record ${n}` }), station: 'Desk 1', staff: null } });
    const erase = (n: number) => ({ kind: 'SubjectErased' as const, subject: subject(n), body: { reason: 'request', station: 'Desk 1', staff: null } });
    open.ledger.append([file(1), file(2), file(3)]);
    const before = join(folder, 'before.backup');
    expect(write({ file: before, force: false }).ok).toBe(true);
    for (const n of [1, 2]) {
      open.ledger.append([erase(n)]);
      expect(write({ file: join(folder, `after ${n}.backup`), force: false }).ok).toBe(true);
    }
    const into = join(folder, 'ledger.db');
    expect(restoreLedger(await opened(before), into, otherKey, true).ok).toBe(true);
    const database = openDatabase(into, otherKey);
    if (!database.ok) throw new Error(database.error.message);
    const ledger = createLedger({ connection: createConnection(database.value), clock: heldClock(), log: silentLog, stationId: desk.station.id, signingKey: desk.signingKey, siteKey: testSiteKey });
    expect(ledger.states('incident').map(({ report }) => report.title)).toEqual(['Record 3']);
    expect(await ledger.verify()).toMatchObject({ ok: true, erased: 2 });
    database.value.close();
  });

  it('has a key of its own each time', async () => {
    const first = await opened(written());
    expect(write({ file: first.file, force: true }).ok).toBe(true);
    expect((await opened(first.file)).key).not.toEqual(first.key);
  });

  it('does not open with another passphrase', async () => {
    expect(await openBackup(written(), 'correct horse batterx')).toMatchObject({ ok: false, error: { type: 'KeyWrong', field: 'passphrase' } });
  });

  it('is none when its end is missing, wherever it was cut', async () => {
    const file = written();
    const { size } = statSync(file);
    for (const left of [size - 1, size - 30, size - 400, 4096, 10, 0]) {
      truncateSync(file, left);
      expect(readEnvelope(file)).toMatchObject({ ok: false, error: { type: 'BackupUnreadable' } });
    }
    expect(readEnvelope(join(folder, 'nothing'))).toMatchObject({ ok: false, error: { type: 'FileUnreadable' } });
  });

  it('that was changed in any of its pages is found out, and nothing is restored from it', async () => {
    const file = written();
    const sound = readFileSync(file);
    const backup = await opened(file);
    const into = join(folder, 'ledger.db');
    for (let page = 0; page < backup.databaseBytes; page += 4096) {
      const changed = Buffer.from(sound);
      changed[page + 2000] = (changed[page + 2000] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect({ page, outcome: restoreLedger(backup, into, otherKey, true) }).toMatchObject({ page, outcome: { ok: false, error: { type: 'BackupUnreadable' } } });
    }
    expect(readdirSync(folder)).toEqual(['one.backup']);
  });

  it('whose envelope was changed does not open', async () => {
    const file = written();
    const sound = readFileSync(file).toString('latin1');
    for (const [from, to] of [['2026-11-24', '2026-11-25'], [`"station":"${desk.station.id.slice(0, 4)}`, `"station":"${desk.station.id.slice(0, 4) === '0000' ? '1111' : '0000'}`]] as const) {
      expect(sound).toContain(from);
      writeFileSync(file, sound.replace(from, to), 'latin1');
      expect(await openBackup(file, passphrase)).toMatchObject({ ok: false, error: { type: 'KeyWrong' } });
    }
  });

  it('overwrites nothing unless it is told to, and leaves no beginning behind', () => {
    const file = join(folder, 'one.backup');
    writeFileSync(file, 'precious');
    expect(write({ file, force: false })).toMatchObject({ ok: false, error: { type: 'BackupFailed', message: expect.stringContaining('is there already') } });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(write({ file, force: true }).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['one.backup']);
  });

  it('does not go to the data folder, nor to a folder that is not there', () => {
    expect(write({ file: join(open.file, '..', 'one.backup'), force: false })).toMatchObject({ ok: false, error: { type: 'BackupFailed', message: expect.stringContaining('data folder') } });
    expect(write({ folder: join(folder, 'unplugged'), keep: { daily: 1, weekly: 0, monthly: 0 } })).toMatchObject({ ok: false, error: { type: 'BackupFailed', message: expect.stringContaining('is not there') } });
    expect(existsSync(join(folder, 'unplugged'))).toBe(false);
  });
});

const unable = noSmallDisk();
if (unable !== null) reportNotRun('a backup onto a disk that is full', unable);

describe.runIf(unable === null)('a backup onto a disk that is full', () => {
  it.each([
    ['beforehand is not begun', 'before'],
    ['before it is done fails', 'meanwhile'],
  ] as const)('%s, says so, and leaves neither half a file nor a changed ledger', async (_words, filled) => {
    const disk = makeSmallDisk(folder, 8);
    const order = { ledgerFile: open.file, ledgerKey: Buffer.from(ledgerKey), attachments: join(open.file, '../attachments'), lock, station: desk.station.id, name: 'Desk 1', site: 'Elm', at, before: null, target: { file: join(disk.path, 'one.backup'), force: false } };
    try {
      if (filled === 'before') disk.fill();
      const outcome = writeBackup(order, () => filled === 'meanwhile' && disk.fill());
      expect(outcome).toMatchObject({ ok: false, error: { type: 'BackupFailed', message: expect.stringContaining('no room') } });
      expect(readdirSync(disk.path).filter((name) => name.startsWith('one'))).toEqual([]);
      expect(await open.ledger.verify()).toMatchObject({ ok: true, events: 50 });
      disk.free();
      expect(writeBackup(order, () => {})).toMatchObject({ ok: true });
    } finally {
      disk.remove();
    }
  });
});

describe('the folder of scheduled backups', () => {
  const keep = { daily: 2, weekly: 0, monthly: 0 };
  const day = 24 * 3_600_000;

  it('loses what is too old, and only what this program made for this station', () => {
    const strangers = ['holiday.jpg', backupName('Desk 1', 'f'.repeat(32), new Date(at - 90 * day)), 'quietbell-notes.backup'];
    for (const name of strangers) writeFileSync(join(folder, name), 'not ours');
    // Named as ours, and no backup: somebody's own file.
    const disguised = backupName('Desk 1', desk.station.id, new Date(at - 80 * day));
    writeFileSync(join(folder, disguised), 'not ours either');
    for (const back of [4, 3, 2, 1, 0]) expect(write({ folder, keep }, at - back * day).ok).toBe(true);
    const ours = [1, 0].map((back) => backupName('Désk 1', desk.station.id, new Date(at - back * day)));
    expect(readdirSync(folder).toSorted()).toEqual([...strangers, disguised, ...ours].toSorted());
  });

  it('is cleared of what an attempt left that was cut off', () => {
    writeFileSync(join(folder, `${backupName('Desk 1', desk.station.id, new Date(at - day))}.part`), 'a beginning');
    expect(write({ folder, keep }).ok).toBe(true);
    expect(readdirSync(folder)).toEqual([backupName('Désk 1', desk.station.id, new Date(at))]);
  });

  it('keeps one that says another moment than its name', () => {
    const [old, renamed] = [new Date(at - 9 * day), new Date(at - 8 * day)].map((moment) => join(folder, backupName('Désk 1', desk.station.id, moment)));
    expect(write({ folder, keep }, at - 9 * day).ok).toBe(true);
    writeFileSync(renamed ?? '', readFileSync(old ?? ''));
    rotate(folder, desk.station.id, { daily: 1, weekly: 0, monthly: 0 }, at);
    expect(readdirSync(folder).length).toBe(2);
  });
});
