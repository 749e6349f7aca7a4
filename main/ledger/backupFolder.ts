import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupKeep } from '../contract/backup.ts';
import { chooseKept } from '../core/backup/chooseKept.ts';
import { readEnvelope } from './backupFile.ts';

const pattern = /^quietbell-[a-z0-9-]+-(?<station>[0-9a-f]{8})-(?<at>\d{8}T\d{6}Z)\.backup(?<part>\.part)?$/;

/** `quietbell-front-desk-1a2b3c4d-20261130T020000Z.backup`: whose, and when by UTC. */
export const backupName = (name: string, station: string, at: Date): string => `quietbell-${slugOf(name)}-${station.slice(0, 8)}-${stampOf(at)}.backup`;

/** What attempts that were cut off left in the folder. Only one at a time is made, so none of them is under way. */
export const clearUnfinished = (folder: string, station: string): void => {
  for (const { file, part } of ownIn(folder, station)) if (part) rmSync(file, { force: true });
};

/**
 * Deletes the backups of this station that are not to be kept, and nothing else: a file has to be named as this program names them, and to say of itself that it is
 * a backup of this station from that moment.
 */
export const rotate = (folder: string, station: string, keep: BackupKeep, now: number): void => {
  const made = ownIn(folder, station).flatMap(({ file, stamp, part }) => {
    if (part) return [];
    const envelope = readEnvelope(file);
    return envelope.ok && envelope.value.station === station && stampOf(new Date(envelope.value.at)) === stamp ? [{ file, at: Date.parse(envelope.value.at) }] : [];
  });
  const kept = chooseKept(made.map(({ at }) => at), keep, now);
  for (const { file, at } of made) if (!kept.has(at)) rmSync(file, { force: true });
};

const ownIn = (folder: string, station: string): readonly { readonly file: string; readonly stamp: string; readonly part: boolean }[] =>
  readdirSync(folder).flatMap((name) => {
    const groups = pattern.exec(name)?.groups;
    return groups?.['station'] === station.slice(0, 8) ? [{ file: join(folder, name), stamp: groups['at'] ?? '', part: groups['part'] !== undefined }] : [];
  });

const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const slugOf = (name: string): string => name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 40) || 'desk';
