import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBackupThread, type BackupLimits } from '../../../../main/ledger/backupThread.ts';
import { createBackups } from '../../../../main/station/storage/backups.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import type { Storage } from '../../../../main/station/storage/storage.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const hour = 3_600_000;
const keep = { daily: 2, weekly: 0, monthly: 0 };
const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

/** Backups of a real ledger by a real thread, under a clock that stands still until it is told otherwise. */
const atDesk = (limits?: BackupLimits) => {
  const clock = heldClock(new Date(2026, 10, 24, 9).getTime());
  const opened = openTestLedger(desk, [], clock);
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-scheduled-'));
  const thread = createBackupThread(silentLog, limits);
  const identity = { station: desk.station, signingKey: desk.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
  const context = { ledger: opened.ledger, identity, clock, ids: { next: () => 'unused' }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
  const copies: Storage['backups'] = { make: (order) => thread.make({ ...order, ledgerFile: opened.file, ledgerKey: Buffer.alloc(32, 7) }), progress: thread.progress };
  const start = () => createBackups({ context, siteName: () => 'Elm', copies, live: true });
  const backups = start();
  cleanUp.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => opened.close(),
    thread.close,
  );
  const files = (): readonly string[] => readdirSync(folder).toSorted();
  /** One look, and until what it began has ended. */
  const look = async (from = backups): Promise<void> => {
    from.tick();
    await vi.waitFor(() => expect(from.state().running).toBeNull(), { timeout: 15_000, interval: 10 });
  };
  return { clock, folder, backups, start, files, look };
};

const daily = (folder: string) => ({ folder, times: { every: 'day' as const, at: '02:00' }, keep });

describe('scheduled backups', () => {
  it('begin with one at once, and then come each at its time; the old ones go', async () => {
    const { clock, folder, backups, files, look } = atDesk();
    expect(await backups.setPassphrase('correct horse battery', null)).toEqual({ ok: true, value: undefined });
    expect(backups.schedule(daily(folder), null)).toEqual({ ok: true, value: undefined });
    await look();
    expect(files().length).toBe(1);
    await look();
    clock.set(new Date(2026, 10, 25, 1, 59).getTime());
    await look();
    expect(files().length).toBe(1);
    const [first] = files();
    for (const day of [25, 26, 27]) {
      clock.set(new Date(2026, 10, day, 2).getTime());
      await look();
      await look();
    }
    expect(files().length).toBe(2);
    expect(files()).not.toContain(first);
    expect(backups.findings()).toEqual([]);
    expect(backups.summary()).toMatchObject({ scheduled: true, last: { at: new Date(2026, 10, 27, 2).toISOString() } });
  });

  it('are remembered by the next life of the station: none is made twice', async () => {
    const { folder, backups, start, files, look } = atDesk();
    await backups.setPassphrase('correct horse battery', null);
    backups.schedule(daily(folder), null);
    await look();
    const again = start();
    await look(again);
    expect(files().length).toBe(1);
    expect(again.state()).toMatchObject({ last: { events: 2 }, schedule: { folder } });
  });

  it('are a fault while there is no passphrase to seal them with', async () => {
    const { folder, backups, files, look } = atDesk();
    backups.schedule(daily(folder), null);
    await look();
    expect(files()).toEqual([]);
    expect(backups.findings()).toMatchObject([{ key: 'backup/passphrase', disarms: false }]);
    expect(await backups.make({ file: join(folder, 'one'), force: false })).toMatchObject({ ok: false, error: { type: 'PassphraseMissing' } });
  });

  it('that fail are a fault, are tried again by themselves, and the fault ends with the first that goes well', async () => {
    const { clock, folder, backups, look } = atDesk();
    const drive = join(folder, 'drive');
    await backups.setPassphrase('correct horse battery', null);
    backups.schedule(daily(drive), null);
    await look();
    expect(backups.findings()).toMatchObject([{ key: 'backup/failed', message: expect.stringContaining('is not there') }]);
    mkdirSync(drive);
    await look();
    expect(readdirSync(drive)).toEqual([]);
    clock.pass(11 * 60_000);
    await look();
    expect(readdirSync(drive).length).toBe(1);
    expect(backups.findings()).toEqual([]);
  });

  it('that nobody could make for hours are overdue', async () => {
    const { clock, folder, backups, look } = atDesk();
    await backups.setPassphrase('correct horse battery', null);
    backups.schedule(daily(folder), null);
    await look();
    clock.pass(24 * hour);
    expect(backups.findings()).toMatchObject([{ key: 'backup/overdue' }]);
  });

  it('are given up when they take too long, and the station goes on', async () => {
    const { folder, backups, files } = atDesk({ toBegin: 1, perMegabyte: 0 });
    await backups.setPassphrase('correct horse battery', null);
    expect(await backups.make({ file: join(folder, 'one'), force: false })).toMatchObject({ ok: false, error: { type: 'BackupFailed', message: expect.stringContaining('given up') } });
    expect(files()).toEqual([]);
  });
});
