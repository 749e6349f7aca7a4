import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partBytes } from '../../../main/contract/attachment.ts';
import { partNames, type AttachmentFile } from '../../../main/core/attachment/foldAttachment.ts';
import type { BackupLock } from '../../../main/core/backup/foldBackup.ts';
import { subjectOf } from '../../../main/core/event/subject.ts';
import { createAttachmentStore, partPath, type AttachmentStore } from '../../../main/ledger/attachmentStore.ts';
import { lockOf, openBackup, readEnvelope } from '../../../main/ledger/backupFile.ts';
import { createConnection } from '../../../main/ledger/connection.ts';
import { createLedger } from '../../../main/ledger/createLedger.ts';
import { packPath, packsBeside } from '../../../main/ledger/filePack.ts';
import { makeBackup } from '../../../main/ledger/makeBackup.ts';
import { openDatabase } from '../../../main/ledger/openDatabase.ts';
import { restoreLedger } from '../../../main/ledger/restoreBackup.ts';
import { bringFiles, checkFiles } from '../../../main/ledger/restoreFiles.ts';
import type { BackupOrder } from '../../../main/ledger/writeBackup.ts';
import { makeSmallDisk, noSmallDisk } from '../../support/damage/smallDisk.ts';
import { attachFile } from '../../support/ledger/attachedFile.ts';
import { heldClock, makeTestStation, openTestLedger, silentLog, testSiteKey, type TestLedger } from '../../support/ledger/testLedger.ts';
import { reportNotRun } from '../../support/notRun.ts';

const passphrase = 'correct horse battery';
const otherKey = new Uint8Array(32).fill(9);
const at = Date.UTC(2026, 10, 24, 9);
const day = 24 * 3_600_000;
const desk = makeTestStation('Desk 1');
const station = desk.station.id;
let lock: BackupLock;
let open: TestLedger;
let attachments: string;
let store: AttachmentStore;
let folder: string;

beforeAll(async () => void (lock = await lockOf(passphrase)));
beforeEach(() => {
  open = openTestLedger(desk, []);
  attachments = join(dirname(open.file), 'attachments');
  store = createAttachmentStore(attachments);
  folder = mkdtempSync(join(tmpdir(), 'quietbell-backup-files-'));
});
afterEach(() => {
  open.close();
  rmSync(folder, { recursive: true, force: true });
});

const order = (changed: Partial<BackupOrder> = {}): BackupOrder => ({ ledgerFile: open.file, ledgerKey: Buffer.alloc(32, 7), attachments, lock, station, name: 'Desk 1', site: 'Elm', at, before: null, target: { file: join(folder, 'one.backup'), force: true }, ...changed });

const make = (changed: Partial<BackupOrder> = {}, onBreath = (): void => {}) => {
  const made = makeBackup(order(changed), { begun: () => {}, ledgerMade: () => {}, breathe: onBreath });
  if (!made.ok) throw new Error(made.error.message);
  return { ...made.value, files: made.value.files ?? null };
};

const attach = (size = 2 * partBytes + 77, name = 'photo.jpg', withThumbnail = true): Promise<AttachmentFile> => attachFile(open.ledger, store, { size, name, withThumbnail });
const packOf = ({ id }: AttachmentFile, backups = folder): string => packPath(packsBeside(backups), id);
const erase = (file: AttachmentFile): void => void open.ledger.append([{ kind: 'SubjectErased', subject: subjectOf('attachment', file.id), body: { reason: 'request', station: 'Desk 1', staff: null } }]);
const change = (path: string, position: number): void => {
  const bytes = readFileSync(path);
  bytes[position] = (bytes[position] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
/** Without a disk of its own: everything that lies in there. */
const everythingIn = (path: string): readonly string[] => readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
const nothing = (): void => {};

/** The files that a ledger names which is made of this backup with nothing but the passphrase. */
const namedBy = async (backup: string): Promise<readonly AttachmentFile[]> => {
  const opened = await openBackup(backup, passphrase);
  if (!opened.ok) throw new Error(opened.error.message);
  const into = join(mkdtempSync(join(folder, 'restored-')), 'ledger.db');
  expect(restoreLedger(opened.value, into, otherKey, true)).toEqual({ ok: true, value: undefined });
  const database = openDatabase(into, otherKey);
  if (!database.ok) throw new Error(database.error.message);
  try {
    return createLedger({ connection: createConnection(database.value), clock: heldClock(), log: silentLog, stationId: station, signingKey: desk.signingKey, siteKey: testSiteKey }).states('attachment');
  } finally {
    database.value.close();
  }
};

describe('the files of records', () => {
  it('lie beside the backup, for their owner alone, and give neither a name nor a word of theirs away', async () => {
    const file = await attach();
    expect(make().files).toEqual({ held: 1, bytes: statSync(packOf(file)).size, added: 1, away: 0, problem: null });
    expect(process.platform === 'win32' || (statSync(packOf(file)).mode & 0o777) === 0o600).toBe(true);
    for (const word of ['Words of a photo', 'photo.jpg', 'image/jpeg']) expect(readFileSync(packOf(file)).includes(word)).toBe(false);
    expect(everythingIn(packsBeside(folder))).toEqual([file.id]);
  });

  it('are written once: the next backups only write what is new', async () => {
    const file = await attach();
    make();
    const { ino, mtimeMs } = statSync(packOf(file));
    await attach(5, 'note.txt', false);
    expect(make({ target: { file: join(folder, 'two.backup'), force: false } }).files).toMatchObject({ held: 2, added: 1 });
    expect(statSync(packOf(file))).toMatchObject({ ino, mtimeMs });
    expect(make().files).toMatchObject({ held: 2, added: 0 });
  });

  it('come back part for part from the passphrase and what lies there', async () => {
    const originals = [await attach(), await attach(partBytes, 'scan.pdf', false), await attach(1, 'note.txt')];
    const { file } = make();
    const named = await namedBy(file);
    const back = createAttachmentStore(join(folder, 'back'));
    expect(await bringFiles(named, file, back, nothing)).toEqual({ named: 3, whole: 3, bytes: 3 * partBytes + 78, lacking: [], problem: null });
    for (const name of originals.flatMap((each) => partNames(each))) expect(readFileSync(partPath(join(folder, 'back'), name)).equals(readFileSync(partPath(attachments, name)))).toBe(true);
    expect(await bringFiles(named, join(folder, 'elsewhere', 'one.backup'), back, nothing)).toMatchObject({ whole: 3, lacking: [] });
  });

  it('that were erased go from beside all backups with the next one, and come back from no older one', async () => {
    const [gone, kept] = [await attach(), await attach()];
    make();
    const carriedAway = join(dirname(open.file), 'carried away');
    cpSync(folder, carriedAway, { recursive: true });
    erase(gone);
    make({ target: { file: join(folder, 'two.backup'), force: false } });
    expect(everythingIn(packsBeside(folder))).toEqual([kept.id]);
    // A copy of before, which still has it: with the list beside it, it is left there as the noise that it is.
    cpSync(join(folder, 'quietbell-erased.txt'), join(carriedAway, 'quietbell-erased.txt'));
    const old = join(carriedAway, 'one.backup');
    const back = createAttachmentStore(join(folder, 'back'));
    expect(await bringFiles(await namedBy(old), old, back, nothing)).toMatchObject({ named: 1, whole: 1 });
    expect(await back.list()).toEqual([kept.id]);
  });

  it('of which a part was changed are found by name and number, and all their other parts come back', async () => {
    const file = await attach();
    await attach();
    const made = make();
    change(packOf(file), partBytes + 100);
    const named = open.ledger.states('attachment');
    const lacking = [{ id: file.id, owner: file.owner, name: 'photo.jpg', why: 'damaged', parts: [2] }];
    expect(await checkFiles(named, made.file, nothing)).toMatchObject({ named: 2, whole: 1, lacking });
    const back = createAttachmentStore(join(folder, 'back'));
    expect(await bringFiles(named, made.file, back, nothing)).toMatchObject({ whole: 1, lacking });
    expect((await back.held(file.id)).map(({ number }) => number)).toEqual([0, 1, 3]);
  });

  it('are found wherever they were cut, and one that is gone is named', async () => {
    const file = await attach();
    const made = make();
    const named = open.ledger.states('attachment');
    const { size } = statSync(packOf(file));
    for (const [left, parts] of [[size - 1, [0]], [size - 2_100, [0, 3]], [partBytes, [0, 1, 2, 3]], [0, [0, 1, 2, 3]]] as const) {
      truncateSync(packOf(file), left);
      expect({ left, report: await checkFiles(named, made.file, nothing) }).toMatchObject({ left, report: { whole: 0, lacking: [{ why: 'damaged', parts }] } });
    }
    rmSync(packsBeside(folder), { recursive: true });
    expect(await checkFiles(named, made.file, nothing)).toMatchObject({ whole: 0, lacking: [{ why: 'missing', parts: [0, 1, 2, 3] }] });
  });

  it('are written anew where the next backup finds them cut or gone, and where they are read again and do not hold', async () => {
    const [cut, changed, gone] = [await attach(), await attach(), await attach()];
    make();
    truncateSync(packOf(cut), 100);
    rmSync(packOf(gone));
    change(packOf(changed), 100);
    expect(make({ at: at + day, before: null }).files).toMatchObject({ held: 3, added: 2 });
    expect(make({ at: at + 31 * day, before: at }).files).toMatchObject({ held: 3, added: 1 });
    expect(await checkFiles(open.ledger.states('attachment'), join(folder, 'one.backup'), nothing)).toMatchObject({ whole: 3, lacking: [] });
  });

  it('that are not all here are told apart, and follow when they are', async () => {
    const file = await attach();
    await attach();
    const [part] = partNames(file).slice(-1);
    if (part === undefined) throw new Error('It has no parts');
    const sealed = readFileSync(partPath(attachments, part));
    rmSync(partPath(attachments, part));
    expect(make().files).toMatchObject({ held: 1, away: 1, problem: null });
    expect(everythingIn(packsBeside(folder)).length).toBe(1);
    // Something stands there that cannot be read.
    mkdirSync(partPath(attachments, part));
    expect(make().files).toMatchObject({ held: 1, away: 1, problem: null });
    rmSync(partPath(attachments, part), { recursive: true });
    writeFileSync(partPath(attachments, part), sealed);
    expect(make().files).toMatchObject({ held: 2, added: 1, away: 0 });
  });

  it('share their folder with those of other stations: only what this one left unfinished is cleared', async () => {
    const file = await attach();
    const strangers = ['019ad000-0000-7000-8000-0000000000ab', `019ad000-0000-7000-8000-0000000000ab.${'f'.repeat(8)}.part`, 'holiday.jpg'];
    mkdirSync(join(packsBeside(folder), 'ab'), { recursive: true });
    for (const name of [...strangers, `019ad000-0000-7000-8000-0000000000ab.${station.slice(0, 8)}.part`]) writeFileSync(join(packsBeside(folder), 'ab', name), 'half');
    expect(make().files).toMatchObject({ held: 1, problem: null });
    expect(everythingIn(packsBeside(folder)).toSorted()).toEqual([...strangers, file.id].toSorted());
  });

  it('whose folder cannot be written never cost the ledger its backup', async () => {
    await attach();
    writeFileSync(packsBeside(folder), 'a file where the folder should be');
    const made = make();
    expect(made.files).toMatchObject({ held: 0, problem: { message: expect.stringContaining('One file of records is not beside the backup'), remedy: expect.stringContaining('rights') } });
    expect(readEnvelope(made.file)).toMatchObject({ ok: true });
  });

  it('that a backup did not come to are brought by the next', async () => {
    const files = [await attach(), await attach(), await attach()];
    let breaths = 0;
    const cutOff = (): void => {
      breaths += 1;
      if (breaths === 5) throw new Error('the power is gone');
    };
    expect(make({}, cutOff).files?.held).toBe(1);
    expect(make().files).toMatchObject({ held: 3, added: 2, problem: null });
    expect(everythingIn(packsBeside(folder)).toSorted()).toEqual(files.map(({ id }) => id).toSorted());
  });
});

const unable = noSmallDisk();
if (unable !== null) reportNotRun('files of a backup onto a disk that is full', unable);

describe.runIf(unable === null)('files of records on a disk that is full', () => {
  it('leave room for the ledgers of the next nights, say what is lacking, and follow when there is room', async () => {
    await attach(20 * partBytes);
    await attach(5, 'note.txt', false);
    const disk = makeSmallDisk(folder, 5);
    const target = { file: join(disk.path, 'one.backup'), force: true };
    try {
      const room = 2 * 1024 * 1024;
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(room));
      const made = make({ target });
      expect(made.files).toMatchObject({ held: 1, problem: { message: expect.stringContaining('no room'), remedy: expect.stringContaining('Free some space') } });
      expect(make({ target })).toMatchObject({ events: 2 });
      rmSync(join(disk.path, 'filler'));
      expect(make({ target }).files).toMatchObject({ held: 2, added: 1, problem: null });
    } finally {
      disk.remove();
    }
  });

  it('that fills up while one is written leave nothing half there, and the ledger’s backup stands', async () => {
    const file = await attach(10 * partBytes);
    const disk = makeSmallDisk(folder, 8);
    const target = { file: join(disk.path, 'one.backup'), force: true };
    let breaths = 0;
    try {
      const made = make({ target }, () => {
        breaths += 1;
        if (breaths === 3) disk.fill();
      });
      expect(made.files).toMatchObject({ held: 0, problem: { message: expect.stringContaining('no room') } });
      expect(existsSync(packOf(file, disk.path))).toBe(false);
      expect(everythingIn(disk.path).toSorted()).toEqual(['filler', basename(made.file)].toSorted());
      expect(readEnvelope(made.file)).toMatchObject({ ok: true });
      disk.free();
      expect(make({ target }).files).toMatchObject({ held: 1, problem: null });
    } finally {
      disk.remove();
    }
  });
});
