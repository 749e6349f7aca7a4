import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { incidentReportSchema } from '../../../main/contract/incident.ts';
import type { Draft } from '../../../main/core/event/catalogue.ts';
import { subjectOf } from '../../../main/core/event/subject.ts';
import { projections } from '../../../main/core/event/projections.ts';
import type { EventRecord } from '../../../main/core/event/replica.ts';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import { attachmentsIn, createAttachmentStore } from '../../../main/ledger/attachmentStore.ts';
import { lockOf, openBackup } from '../../../main/ledger/backupFile.ts';
import { readWhole } from '../../../main/ledger/copyDatabase.ts';
import { erasedIn } from '../../../main/ledger/erasedList.ts';
import { openOrThrow } from '../../../main/ledger/openDatabase.ts';
import { packsBeside } from '../../../main/ledger/filePack.ts';
import { makeBackup } from '../../../main/ledger/makeBackup.ts';
import { checkFiles } from '../../../main/ledger/restoreFiles.ts';
import { decodeEvent, encodeEvent, noPredecessor } from '../../../main/ledger/encoding.ts';
import { readEvent } from '../../../main/ledger/readEvent.ts';
import { migrate } from '../../../main/ledger/migrations/migrate.ts';
import { openSigningKey, sha256, signBytes, toHex } from '../../../main/platform/primitives.ts';
import { attachFile } from '../ledger/attachedFile.ts';
import { beginFirst, keepBeginning, must, openFolder, type OpenFolder } from '../openFolder.ts';

/** How far a work is. */
export interface Progress {
  /** @param subject of an event */
  readonly acknowledged: (subject: string) => void;
  readonly roundDone: () => void;
}

/**
 * What a station may be at when the power goes. Each work runs in a process of its own on a real data folder, over and over, until it is killed; it says `acknowledged`
 * for whatever from then on must never be lost, and `roundDone` behind each round. A further work is one more entry in `works`: what it needs of the folder beforehand
 * goes into `prepare`, and what must hold after every kill into `check` (see `losePower.ts`, which checks the ledger itself after each).
 */
export interface Work {
  /** Once, before the first kill. */
  readonly prepare: (folder: string) => Promise<void>;
  /** Never ends. */
  readonly run: (folder: string, progress: Progress) => Promise<never>;
  /** After each kill, with the folder as it was left: what is wrong, in words. */
  readonly check: (folder: string) => Promise<readonly string[]>;
}

const makeSite = async (folder: string): Promise<void> => keepBeginning(folder, await beginFirst());

const filed = (title: string): Draft => ({ kind: 'IncidentFiled', subject: subjectOf('incident', newId()), body: { report: incidentReportSchema.parse({ title, account: 'He said that he would wait outside. '.repeat(10) }), alarm: null, station: 'Front desk', staff: null } });
const amended = (subject: string): Draft => ({ kind: 'IncidentAmended', subject, body: { text: 'He came back.', station: 'Front desk', staff: null } });

const commit: Work = {
  prepare: makeSite,
  run: async (folder, { acknowledged, roundDone }) => {
    const { ledger } = openFolder(folder, true);
    for (let round = 0; ; round += 1) {
      const record = filed(`Round ${round}`);
      must(ledger.append([record, amended(record.subject)]));
      acknowledged(record.subject);
      const alarm = subjectOf('alarm', newId());
      // On its way out before it is written; when the call returns it is in the ledger or in the journal.
      ledger.appendUrgently([{ kind: 'AlarmRaised', subject: alarm, body: { level: 'assist', kind: 'test', source: 'command', place: 'Front desk', press: newId(), alone: false, station: 'Front desk', staff: null } }], () => {});
      acknowledged(alarm);
      roundDone();
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
  check: () => Promise.resolve([]),
};

const records = 300;
const oldLedger = (folder: string): string => join(folder, 'first-version.db');

/** Opened with the schema of the first version, as the program of that time did. */
const openOld = (file: string, key: Uint8Array): Database => {
  const database = new BetterSqlite3(file);
  for (const pragma of [`cipher='sqlcipher'`, `legacy=4`, `key="x'${toHex(key)}'"`, 'journal_mode = WAL', 'synchronous = FULL']) database.pragma(pragma);
  migrate(database, 1);
  return database;
};

/** Plain bodies, signed one by one, as long as there were no seals. */
const writeRecords = ({ station, signingKey }: Pick<StationIdentity, 'station' | 'signingKey'>, count: number): readonly EventRecord[] => {
  const written: EventRecord[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { kind, subject, body } = filed(`Record ${number}`);
    const last = written.at(-1);
    const seq = written.length + 1;
    const bytes = encodeEvent({ origin: station.id, seq, wall: Date.now(), counter: number, previous: last === undefined ? noPredecessor : sha256(last.bytes), kind, subject, seal: 0, body: Buffer.from(JSON.stringify(body)) });
    written.push({ origin: station.id, seq, bytes, signature: signBytes(openSigningKey(signingKey), sha256(bytes)) });
  }
  return written;
};

const writeAsOld = (database: Database, all: readonly EventRecord[]): void => {
  const insert = database.prepare('INSERT INTO event (origin, seq, wall, counter, kind, subject, bytes, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const head = database.prepare('INSERT OR REPLACE INTO head (origin, seq, hash, signature, wall, counter) VALUES (?, ?, ?, ?, ?, ?)');
  const show = database.prepare('INSERT OR REPLACE INTO projection (subject, type, open, sort, link, state) VALUES (?, ?, ?, ?, ?, ?)');
  for (const { origin, seq, bytes, signature } of all) {
    const event = decodeEvent(bytes);
    if (event === null) throw new Error(`Event ${seq} cannot be decoded`);
    const { wall, counter, kind, subject } = event;
    insert.run(origin, seq, wall, counter, kind, subject, bytes, sha256(bytes), signature);
    if (signature !== null) head.run(origin, seq, sha256(bytes), signature, wall, counter);
    const read = readEvent(event, ({ body }) => body);
    const projected = read?.kind === 'IncidentFiled' ? projections.incident([read]) : null;
    if (projected !== null) show.run(subject, 'incident', projected.open ? 1 : 0, projected.sort, projected.link, JSON.stringify(projected.state));
  }
};

const migration: Work = {
  prepare: async (folder) => {
    await makeSite(folder);
    const { stored, key, ledgerFile, close } = openFolder(folder, false);
    await close();
    const database = openOld(oldLedger(folder), key);
    writeAsOld(database, writeRecords(stored.identity, records));
    // The tables that are this station's alone are as they were left by the set-up.
    database.exec(`ATTACH '${ledgerFile}' AS begun KEY "x'${toHex(key)}'"`);
    for (const table of ['secret', 'roster']) database.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM begun.${table}`);
    database.exec('DETACH begun');
    database.close();
    copyFileSync(oldLedger(folder), ledgerFile);
  },
  run: (folder, { roundDone }) => {
    const { ledgerFile, key } = ((): OpenFolder => {
      const opened = openFolder(folder, false);
      void opened.close();
      return opened;
    })();
    for (;;) {
      // At its place at once, or not at all: what is tested is the migration. The one before was closed and left no WAL.
      copyFileSync(oldLedger(folder), `${ledgerFile}.next`);
      renameSync(`${ledgerFile}.next`, ledgerFile);
      const database = new BetterSqlite3(ledgerFile);
      for (const pragma of [`cipher='sqlcipher'`, `legacy=4`, `key="x'${toHex(key)}'"`, 'journal_mode = WAL', 'synchronous = FULL']) database.pragma(pragma);
      migrate(database);
      database.close();
      roundDone();
    }
  },
  check: (folder) => {
    const { ledger, close } = openFolder(folder, false);
    const held = ledger.states('incident').length;
    return close().then(() => (held === records ? [] : [`${held} of ${records} records are there after the migration`]));
  },
};

const rebuild: Work = {
  prepare: async (folder) => {
    await makeSite(folder);
    const { ledger, close } = openFolder(folder, false);
    for (let record = 0; record < records; record += 50) must(ledger.append(Array.from({ length: 50 }, (_, index) => filed(`Record ${record + index}`)).flatMap((draft) => [draft, amended(draft.subject)])));
    await close();
  },
  run: async (folder, { roundDone }) => {
    const { ledger } = openFolder(folder, false);
    for (;;) {
      await ledger.rebuild();
      roundDone();
    }
  },
  check: (folder) => {
    const { ledger, close } = openFolder(folder, false);
    const held = ledger.states('incident');
    return close().then(() => (held.length === records && held.every(({ amendments }) => amendments.length === 1) ? [] : ['not every record can be seen after a rebuild that was broken off']));
  },
};

const erased = (subject: string): Draft => ({ kind: 'SubjectErased', subject, body: { reason: 'retention', station: 'Front desk', staff: null } });

const erasure: Work = {
  prepare: makeSite,
  run: async (folder, { acknowledged, roundDone }) => {
    const { ledger } = openFolder(folder, true);
    for (let round = 0; ; round += 1) {
      const [stays, goes] = [filed(`Stays ${round}`), filed(`Goes ${round}`)];
      must(ledger.append([stays, goes, amended(goes.subject)]));
      must(ledger.append([erased(goes.subject)]));
      acknowledged(stays.subject);
      acknowledged(goes.subject);
      ledger.settleErasures();
      roundDone();
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
  check: async (folder) => {
    const { ledger, ledgerFile, key, close } = openFolder(folder, false);
    const gone = new Set(ledger.erasures().map(({ subject }) => subject));
    const shown = ledger.states('incident').filter(({ summary }) => gone.has(subjectOf('incident', summary.id)));
    await close();
    const database = openOrThrow(ledgerFile, key);
    const noted = new Set(erasedIn(database));
    const kept = z.string().array().parse(database.prepare('SELECT subject FROM subject_key').pluck().all()).filter((subject) => gone.has(subject));
    database.close();
    return [
      ...(shown.length > 0 ? [`${shown.length} erased records are shown`] : []),
      ...(kept.length > 0 ? [`${kept.length} keys of erased records are still there`] : []),
      ...([...gone].every((subject) => noted.has(subject)) ? [] : ['not every erasure is noted']),
    ];
  },
};

const passphrase = 'a passphrase of a test';
/** One file, written over again and again: at each moment it is a whole backup. */
const backupFile = (folder: string): string => join(folder, 'copies', 'one.backup');

const backup: Work = {
  prepare: async (folder) => {
    await rebuild.prepare(folder);
    const { ledger, close } = openFolder(folder, false);
    for (const size of [400_000, 90_000]) await attachFile(ledger, createAttachmentStore(attachmentsIn(folder)), { size });
    await close();
    mkdirSync(join(folder, 'copies'));
  },
  run: async (folder, { roundDone }) => {
    const { stored, key, ledgerFile, close } = openFolder(folder, false);
    await close();
    const lock = await lockOf(passphrase);
    for (;;) {
      // Else they would be written in the first round alone.
      rmSync(packsBeside(join(folder, 'copies')), { recursive: true, force: true });
      must(makeBackup({ ledgerFile, ledgerKey: Buffer.from(key), attachments: attachmentsIn(folder), lock, station: stored.identity.station.id, name: 'Front desk', site: 'Elm', at: Date.now(), before: null, target: { file: backupFile(folder), force: true } }, { begun: () => {}, ledgerMade: () => {}, breathe: () => {} }));
      roundDone();
    }
  },
  check: async (folder) => {
    if (!existsSync(backupFile(folder))) return [];
    const opened = await openBackup(backupFile(folder), passphrase);
    if (!opened.ok) return [`the backup does not open: ${opened.error.message}`];
    const held = readWhole(opened.value.file, opened.value.key, (database) => Number(database.prepare('SELECT count(*) FROM event').pluck().get()));
    const { ledger, close } = openFolder(folder, false);
    const { lacking } = await checkFiles(ledger.states('attachment'), backupFile(folder), () => {});
    await close();
    return [
      ...(held === opened.value.events ? [] : [`the backup has ${held} of ${opened.value.events} events`]),
      ...lacking.flatMap(({ why, id }) => (why === 'missing' ? [] : [`the file ${id} has its name beside the backup and is not whole`])),
    ];
  },
};

/** By name. */
export const works = { commit, migration, rebuild, erasure, backup } as const satisfies Record<string, Work>;
export type WorkName = keyof typeof works;
export const workNames: readonly WorkName[] = ['commit', 'migration', 'rebuild', 'erasure', 'backup'];
