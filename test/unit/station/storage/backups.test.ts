import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachmentsIn, createAttachmentStore } from '../../../../main/ledger/attachmentStore.ts';
import { createBackupThread, type BackupLimits } from '../../../../main/ledger/backupThread.ts';
import { createBackups } from '../../../../main/station/storage/backups.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import type { Storage } from '../../../../main/station/storage/storage.ts';
import { attachFile } from '../../../support/ledger/attachedFile.ts';
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
  const attachments = attachmentsIn(dirname(opened.file));
  let calm = true;
  const copies: Storage['backups'] = { ...thread, make: (order) => thread.make({ ...order, ledgerFile: opened.file, ledgerKey: Buffer.alloc(32, 7), attachments }) };
  const start = () => createBackups({ context, siteName: () => 'Elm', copies, isCalm: () => calm, live: true });
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
  const attach = (size: number) => attachFile(opened.ledger, createAttachmentStore(attachments), { size });
  const call = (is: boolean): void => void (calm = !is);
  return { clock, folder, backups, start, files, look, attach, call, closeThread: thread.close };
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

  it('whose files could not be written are there all the same, and what is lacking is a fault until a scheduled one has all', async () => {
    const { clock, folder, backups, files, look, attach } = atDesk();
    await attach(10);
    await backups.setPassphrase('correct horse battery', null);
    writeFileSync(join(folder, 'quietbell-files'), 'a file where the folder should be');
    backups.schedule(daily(folder), null);
    await look();
    expect(files().filter((name) => name.endsWith('.backup')).length).toBe(1);
    expect(backups.findings()).toMatchObject([{ key: 'backup/files', disarms: false, message: expect.stringContaining('One file of records is not beside the backup') }]);
    rmSync(join(folder, 'quietbell-files'));
    clock.set(new Date(2026, 10, 25, 2).getTime());
    await look();
    expect(backups.findings()).toEqual([]);
    expect(backups.state()).toMatchObject({ last: { files: { held: 1, added: 1 } }, filesProblem: null });
  });

  it('wait with the files while somebody calls for help, and go on by themselves', async () => {
    const { folder, backups, attach, call } = atDesk();
    const { id } = await attach(10);
    await backups.setPassphrase('correct horse battery', null);
    call(true);
    const making = backups.make({ file: join(folder, 'one'), force: false });
    await vi.waitFor(() => expect(backups.state().running).toMatchObject({ files: { done: 0, of: 1 } }), { timeout: 15_000, interval: 10 });
    expect(existsSync(join(folder, 'one'))).toBe(true);
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(id))).toEqual([]);
    call(false);
    backups.tick();
    expect(await making).toMatchObject({ ok: true, value: { files: { held: 1, problem: null } } });
  });

  it('that are stopped while their files follow keep what came so far, and the next goes on', async () => {
    const { folder, backups, attach, call } = atDesk();
    await attach(10);
    await backups.setPassphrase('correct horse battery', null);
    call(true);
    const making = backups.make({ file: join(folder, 'one'), force: false });
    await vi.waitFor(() => expect(backups.state().running).toMatchObject({ files: { of: 1 } }), { timeout: 15_000, interval: 10 });
    expect(backups.stop()).toEqual({ ok: true, value: undefined });
    expect(await making).toMatchObject({ ok: true, value: { files: { held: 0, problem: { message: 'The backup was stopped.' } } } });
    expect(backups.state().running).toBeNull();
    call(false);
    await vi.waitFor(async () => expect(await backups.make({ file: join(folder, 'two'), force: false })).toMatchObject({ ok: true, value: { files: { held: 1 } } }), { timeout: 15_000, interval: 50 });
    expect(backups.stop()).toEqual({ ok: true, value: undefined });
  });

  it('that end with the station while their files follow are backups of the ledger, and say so', async () => {
    const { folder, backups, attach, call, closeThread } = atDesk();
    await attach(10);
    await backups.setPassphrase('correct horse battery', null);
    call(true);
    const making = backups.make({ file: join(folder, 'one'), force: false });
    await vi.waitFor(() => expect(backups.state().running).toMatchObject({ files: { of: 1 } }), { timeout: 15_000, interval: 10 });
    await closeThread();
    expect(await making).toMatchObject({ ok: true, value: { events: 2, files: { held: 0, problem: { message: expect.stringContaining('given up') } } } });
  });
});
