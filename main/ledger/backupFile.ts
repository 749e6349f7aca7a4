/**
 * A backup is one file: the encrypted database copy (SQLCipher 4), and behind it what is needed to open it with the passphrase alone.
 *
 * | part | bytes |
 * | --- | --- |
 * | database | so many as the envelope says; SQLite opens the file as it is, since it reads no further than its first page says |
 * | envelope | JSON: whose and of when (which rotation reads), how many bytes of database, scrypt's salt and cost, and, sealed, the key of this copy and what it holds |
 * | length of the envelope | 4, big-endian |
 * | mark | 20: `\nquietbell backup 1\n` |
 *
 * Each copy has a random key of its own, sealed for a public key (P-256) whose private half scrypt makes of the passphrase: a station seals without
 * knowing the passphrase, and cannot open what it sealed. Why: `main/decisions/0018-backups-behind-a-passphrase.md`.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { momentSchema, stationIdSchema } from '../contract/common.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import type { BackupLock } from '../core/backup/foldBackup.ts';
import { fromHex, randomSecret, scrypt, sealFor, sealingPublicKey, toHex, unsealWith } from '../platform/primitives.ts';

const mark = Buffer.from('\nquietbell backup 1\n', 'ascii');
const longestEnvelope = 64 * 1024;
const cost = { n: 2 ** 17, r: 8, p: 1 };
const hex = z.string().regex(/^([0-9a-f]{2})+$/);

/** What anybody can read of a backup. The cost is bounded: a file must not be able to make whoever opens it work for hours. */
const envelopeSchema = z.object({
  station: stationIdSchema,
  at: momentSchema,
  databaseBytes: z.int().min(1),
  scrypt: z.object({ n: z.int().min(2).max(2 ** 20), r: z.int().min(1).max(32), p: z.int().min(1).max(16), salt: hex }),
  sealed: hex,
});
export type BackupEnvelope = z.output<typeof envelopeSchema>;

const contentSchema = z.object({ key: hex.length(64), site: z.string(), name: z.string(), events: z.int() });

/** What the passphrase opens. */
export interface OpenedBackup extends Pick<BackupEnvelope, 'station' | 'at' | 'databaseBytes'> {
  readonly file: string;
  /** Of the database copy, 32 bytes. */
  readonly key: Uint8Array;
  readonly site: string;
  /** The station's name at the time. */
  readonly name: string;
  readonly events: number;
}

/** What a passphrase makes: takes a moment, on the thread pool. */
export const lockOf = async (passphrase: string): Promise<BackupLock> => {
  const salt = randomSecret(16);
  return { ...cost, salt: toHex(salt), publicKey: toHex(sealingPublicKey(await scrypt(passphrase, salt, cost))) };
};

/** Everything that stands behind the database. */
export const writeEnvelope = ({ publicKey, ...derivation }: BackupLock, { key, site, name, events, ...open }: Omit<OpenedBackup, 'file'>): Uint8Array => {
  const content = Buffer.from(JSON.stringify({ key: toHex(key), site, name, events }), 'utf8');
  const envelope: BackupEnvelope = { ...open, scrypt: derivation, sealed: toHex(sealFor(fromHex(publicKey), contextOf(open), content)) };
  const json = Buffer.from(JSON.stringify(envelope), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([json, length, mark]);
};

/** `FileUnreadable`; `BackupUnreadable` for what is no backup or only the beginning of one. */
export const readEnvelope = (file: string): Result<BackupEnvelope> => {
  let descriptor: number | null = null;
  try {
    const opened = openSync(file, 'r');
    descriptor = opened;
    const { size } = fstatSync(opened);
    const readBefore = (end: number, length: number): Buffer => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, end)));
      return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, end - bytes.length));
    };
    const end = size - mark.length;
    if (!readBefore(size, mark.length).equals(mark) || end < 4) return none(file);
    const length = readBefore(end, 4).readUInt32BE();
    if (length > longestEnvelope) return none(file);
    const envelope = envelopeSchema.safeParse(JSON.parse(readBefore(end - 4, length).toString('utf8')));
    return envelope.success && envelope.data.databaseBytes === end - 4 - length ? done(envelope.data) : none(file);
  } catch (error) {
    if (error instanceof SyntaxError) return none(file);
    return failed('FileUnreadable', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Check the path and its rights.', 'file');
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
};

/** The errors of `readEnvelope`; `KeyWrong`. */
export const openBackup = async (file: string, passphrase: string): Promise<Result<OpenedBackup>> => {
  const envelope = readEnvelope(file);
  if (!envelope.ok) return envelope;
  const { scrypt: derivation, sealed, ...open } = envelope.value;
  const plain = unsealWith(await scrypt(passphrase, fromHex(derivation.salt), derivation), contextOf(open), fromHex(sealed));
  if (plain === null) return failed('KeyWrong', `The passphrase does not open ${file}, or what stands at its end was changed.`, 'Try the passphrase that was set when it was made. Nothing was changed.', 'passphrase');
  const { key, ...content } = contentSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
  return done({ ...open, ...content, file, key: fromHex(key) });
};

/** What the seal vouches for besides what it holds. */
const contextOf = ({ station, at, databaseBytes }: Pick<BackupEnvelope, 'station' | 'at' | 'databaseBytes'>): string => `quietbell backup 1 ${station} ${at} ${databaseBytes}`;

const none = (file: string) => failed('BackupUnreadable', `${file} is no backup of Quietbell, or its end is missing.`, 'Take another one, or copy it again from where it was made.', 'file');
