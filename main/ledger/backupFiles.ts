import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { BackedUpFiles } from '../contract/backup.ts';
import type { PartName } from '../core/attachment/parts.ts';
import { isReadAgain } from '../core/backup/rereading.ts';
import { subjectId, subjectType } from '../core/event/subject.ts';
import { partPath } from './attachmentStore.ts';
import { codeOf, isOfDisk } from './diskError.ts';
import { hasItsLength, packBytes, packPath, packsBeside, readPack, writePack, type PackedFile } from './filePack.ts';
import { freeIn } from './freeIn.ts';
import { addressOf } from './sealedPart.ts';

/** What a copy of the ledger says of the files of records. */
export interface FilesOfLedger {
  readonly files: readonly PackedFile[];
  /** Subjects that were erased. */
  readonly erased: readonly string[];
}

export interface FilesOrder {
  /** Where the backups lie. */
  readonly folder: string;
  /** Where the parts lie on this station. */
  readonly attachments: string;
  /** Id of this station: others may keep their backups in the same folder, and share what lies there. */
  readonly station: string;
  /** When this backup is made, and when the one before it was; milliseconds since the epoch. */
  readonly at: number;
  readonly before: number | null;
  /** Bytes that files leave free for the ledgers of the next nights. */
  readonly reserve: number;
}

/** How far it is. Bytes of what is written or read again. */
export interface FilesProgress {
  readonly soFar: BackedUpFiles;
  readonly written: number;
  readonly expected: number;
  readonly done: number;
  readonly of: number;
}

const stateSchema = z.object({ id: z.string().regex(/^[0-9a-f-]{36}$/), size: z.int(), parts: z.string().array(), thumbnail: z.object({ address: z.string() }).nullable() });

/** The newest first: nobody else may have them yet. What another release folded in another shape is made anew at this moment, and is in the next backup. */
export const filesIn = (database: Database): readonly PackedFile[] =>
  z
    .string()
    .array()
    .parse(database.prepare("SELECT state FROM projection WHERE type = 'attachment' ORDER BY subject DESC").pluck().all())
    .flatMap((state) => stateSchema.safeParse(JSON.parse(state)).data ?? []);

/**
 * Brings the files that lie beside the backups of this folder to what the ledger names: what is missing there is written, once; what was erased is deleted, so that it is in none of the older
 * backups either; whatever else lies there stays. Nothing is lost when it ends in the middle: the next backup goes on. Blocks its thread. `breathe` is called between any two parts.
 */
export const backUpFiles = ({ files, erased }: FilesOfLedger, order: FilesOrder, breathe: (progress: FilesProgress) => void): BackedUpFiles => {
  const packs = packsBeside(order.folder);
  const ending = `.${order.station.slice(0, 8)}.part`;
  const read = readPartFrom(order.attachments);
  let progress: FilesProgress = { soFar: { held: 0, bytes: 0, added: 0, away: 0, problem: null }, written: 0, expected: 0, done: 0, of: 0 };
  const note = (changed: Partial<FilesProgress>): void => void (progress = { ...progress, ...changed });
  const count = (changed: Partial<BackedUpFiles>): void => note({ soFar: { ...progress.soFar, ...changed } });
  const pause = (): void => breathe(progress);

  const hold = (size: number, added: 0 | 1): void => {
    const { held, bytes, added: before } = progress.soFar;
    count({ held: held + 1, bytes: bytes + size, added: before + added });
  };

  /** As it lies there; each part of it counts as progress. What the disk does not give is not sound either. */
  const isSound = (file: PackedFile): boolean => {
    try {
      for (const { sealed } of readPack(packPath(packs, file.id), file)) {
        if (sealed === null) return false;
        note({ written: progress.written + sealed.length });
        pause();
      }
      return true;
    } catch (error) {
      if (isOfDisk(error)) return false;
      throw error;
    }
  };

  const write = (file: PackedFile): void => {
    if (freeIn(order.folder) < packBytes(file) + order.reserve) throw new NoRoomForFiles();
    const whole = writePack(packPath(packs, file.id), ending, file, (part) => {
      const sealed = read(part);
      note({ written: progress.written + (sealed?.length ?? 0) });
      pause();
      return sealed;
    });
    if (whole) hold(statSync(packPath(packs, file.id)).size, 1);
    else count({ away: progress.soFar.away + 1 });
  };

  try {
    const present = lookThrough(packs, ending, pause);
    for (const subject of erased) if (subjectType(subject) === 'attachment' && present.has(subjectId(subject))) rmSync(packPath(packs, subjectId(subject)), { force: true });
    const sizeOf = (file: PackedFile): number => present.get(file.id) ?? -1;
    const isThere = (file: PackedFile): boolean => hasItsLength(file, sizeOf(file));
    const isLeft = (file: PackedFile): boolean => isThere(file) && !isReadAgain(file.id, order.before, order.at);
    const work: PackedFile[] = [];
    for (const file of files) {
      if (isLeft(file)) hold(sizeOf(file), 0);
      else work.push(file);
    }
    note({ of: work.length, expected: work.reduce((sum, file) => sum + packBytes(file), 0) });
    for (const file of work) {
      if (isThere(file) && isSound(file)) hold(sizeOf(file), 0);
      else write(file);
      note({ done: progress.done + 1 });
    }
  } catch (error) {
    const { held, away } = progress.soFar;
    count({ problem: explainFailure(error, packs, files.length - held - away) });
  }
  return progress.soFar;
};

class NoRoomForFiles extends Error {}

/** By id: bytes of each pack. What an attempt of this station left unfinished goes; only one at a time is made. */
const lookThrough = (packs: string, unfinished: string, pause: () => void): ReadonlyMap<string, number> => {
  const present = new Map<string, number>();
  for (const shard of namesIn(packs)) {
    for (const name of namesIn(join(packs, shard))) {
      const path = join(packs, shard, name);
      if (name.endsWith(unfinished)) rmSync(path, { force: true });
      else if (/^[0-9a-f-]{36}$/.test(name)) present.set(name, statSync(path, { throwIfNoEntry: false })?.size ?? -1);
    }
    pause();
  }
  return present;
};

/** As the station keeps it. It is left alone where it does not hold or cannot be read: whoever reads it there fetches it again. */
const readPartFrom =
  (attachments: string) =>
  (part: PartName): Uint8Array | null => {
    try {
      const sealed = readFileSync(partPath(attachments, part));
      return addressOf(sealed) === part.address ? sealed : null;
    } catch (error) {
      if (isOfDisk(error)) return null;
      throw error;
    }
  };

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
};

const explainFailure = (error: unknown, packs: string, left: number): BackedUpFiles['problem'] => {
  if (error instanceof NoRoomForFiles || ['ENOSPC', 'EDQUOT'].includes(codeOf(error))) {
    return {
      message: left === 1 ? `One file of records is not beside the backup: there is no room in ${packs}.` : `${left} files of records are not beside the backup: there is no room in ${packs}.`,
      remedy: 'Free some space there, or choose another folder. The next backup goes on where this one ended.',
    };
  }
  return {
    message: left === 1 ? `One file of records is not beside the backup: ${packs} cannot be read or written (${codeOf(error)}).` : `${left} files of records are not beside the backup: ${packs} cannot be read or written (${codeOf(error)}).`,
    remedy: 'Check the folder and its rights for the account that Quietbell runs as. The next backup goes on where this one ended.',
  };
};
