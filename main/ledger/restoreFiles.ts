import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { done, type Problem, type Result } from '../contract/problem.ts';
import { partNames, type AttachmentFile } from '../core/attachment/foldAttachment.ts';
import type { AttachmentStore } from './attachmentStore.ts';
import { isOfDisk } from './diskError.ts';
import { packPath, packsBeside, readPack } from './filePack.ts';

/** A file of a record that is not whole, and the numbers of its parts that are not to be had. */
export interface LackingFile extends Pick<AttachmentFile, 'id' | 'owner' | 'name'> {
  /** `missing`: nothing of it lies beside the backup. `damaged`: something does, and is not what it was. `unwritten`: it is there, and could not be written here. */
  readonly why: 'missing' | 'damaged' | 'unwritten';
  readonly parts: readonly number[];
}

/** What of the files that a ledger names is to be had. */
export interface FilesReport {
  readonly named: number;
  /** So many are whole, with so many bytes. */
  readonly whole: number;
  readonly bytes: number;
  readonly lacking: readonly LackingFile[];
  /** Why nothing more was written. */
  readonly problem: Problem | null;
}

export type OnFile = (done: number, of: number) => void;

/** Reads every part beside a backup and holds it against its hash. @param backup the file of the backup */
export const checkFiles = (files: readonly AttachmentFile[], backup: string, onFile: OnFile): Promise<FilesReport> => goThrough(files, backup, nothingKept, onFile);

/** Brings what a station lacks of its files from beside a backup; what does not hold is left to the other stations. `AttachmentUnwritable` is in the report. */
export const bringFiles = (files: readonly AttachmentFile[], backup: string, store: Pick<AttachmentStore, 'held' | 'keep'>, onFile: OnFile): Promise<FilesReport> => goThrough(files, backup, store, onFile);

const nothingKept: Pick<AttachmentStore, 'held' | 'keep'> = { held: () => Promise.resolve([]), keep: () => Promise.resolve(done(undefined)) };

const goThrough = async (files: readonly AttachmentFile[], backup: string, store: Pick<AttachmentStore, 'held' | 'keep'>, onFile: OnFile): Promise<FilesReport> => {
  const packs = packsBeside(dirname(backup));
  let report: FilesReport = { named: files.length, whole: 0, bytes: 0, lacking: [], problem: null };
  for (const [index, file] of files.entries()) {
    const held = new Set((await store.held(file.id)).map(({ address }) => address));
    const wanted = new Map(partNames(file).flatMap(({ address, number }) => (held.has(address) ? [] : [[address, number] as const])));
    const path = packPath(packs, file.id);
    const taken = report.problem === null && wanted.size > 0 ? await takeParts(path, file, wanted, store) : done(undefined);
    if (!taken.ok) report = { ...report, problem: taken.error };
    if (wanted.size === 0) report = { ...report, whole: report.whole + 1, bytes: report.bytes + file.size };
    else report = { ...report, lacking: [...report.lacking, { id: file.id, owner: file.owner, name: file.name, why: !existsSync(path) ? 'missing' : report.problem === null ? 'damaged' : 'unwritten', parts: [...wanted.values()] }] };
    onFile(index + 1, files.length);
  }
  return report;
};

/** What was taken is wanted no more. */
const takeParts = async (path: string, file: AttachmentFile, wanted: Map<string, number>, store: Pick<AttachmentStore, 'keep'>): Promise<Result<void>> => {
  if (!existsSync(path)) return done(undefined);
  try {
    for (const { name, sealed } of readPack(path, file)) {
      if (sealed === null || !wanted.has(name.address)) continue;
      const kept = await store.keep(name, sealed);
      if (!kept.ok) return kept;
      wanted.delete(name.address);
    }
  } catch (error) {
    // The disk does not give it: it lacks as what was changed does.
    if (!isOfDisk(error)) throw error;
  }
  return done(undefined);
};
