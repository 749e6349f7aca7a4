import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { EnrolledStation, StationIdentity } from '../../core/site/identity.ts';
import type { LocalStore } from '../../ledger/localStore.ts';
import { fromHex, seal, toHex, unseal } from '../../platform/primitives.ts';

const hex = z.string().regex(/^([0-9a-f]{2})*$/).transform(fromHex);
const stationSchema = z.object({ id: z.string(), name: z.string(), place: z.string(), signingKey: hex, certificate: hex });
const storedSchema = z.object({
  station: stationSchema,
  signingKey: hex,
  tlsKey: hex,
  authorityCertificate: hex,
  siteKey: hex,
  authorityKey: hex.nullable(),
  authorityNumber: z.int().min(0).default(0),
  siteName: z.string(),
});

/** What this station is, as it lies in the encrypted database. `siteName` is what the site was called at enrolment. */
export interface StoredIdentity {
  readonly identity: StationIdentity;
  readonly siteName: string;
}

const name = 'identity';

export const keepIdentity = (local: Pick<LocalStore, 'keepSecret'>, stored: StoredIdentity): void => local.keepSecret(name, Buffer.from(JSON.stringify(written(stored)), 'utf8'));

/** Undefined in a database whose set-up was never finished. */
export const findIdentity = (local: Pick<LocalStore, 'secret'>): StoredIdentity | undefined => {
  const bytes = local.secret(name);
  if (bytes === undefined) return undefined;
  const { siteName, ...identity } = storedSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { identity, siteName };
};

/** What a station needs to be itself and to find the others when its ledger is gone. */
export interface IdentityCopy extends StoredIdentity {
  readonly stations: readonly EnrolledStation[];
  /** Addresses by station id. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

const copySchema = z.object({ stored: storedSchema, stations: z.array(stationSchema), addresses: z.record(z.string(), z.array(z.string())) });
const context = 'quietbell identity 1';

/** Keeps a copy of it in a file beside the ledger, sealed (AES-256-GCM) under the database key. Throws when the disk does not take it. */
export const writeIdentityFile = (file: string, key: Uint8Array, { stations, addresses, ...stored }: IdentityCopy): void => {
  const text = JSON.stringify({ stored: written(stored), stations: stations.map(writtenStation), addresses: Object.fromEntries(addresses) });
  writeFileSync(`${file}.new`, seal(key, context, Buffer.from(text, 'utf8')), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
};

/** Null when there is none, or none that this key opens. */
export const readIdentityFile = (file: string, key: Uint8Array): IdentityCopy | null => {
  let sealed: Buffer;
  try {
    sealed = readFileSync(file);
  } catch {
    return null;
  }
  const plain = unseal(key, context, sealed);
  if (plain === null) return null;
  const { stored, stations, addresses } = copySchema.parse(JSON.parse(new TextDecoder().decode(plain)));
  const { siteName, ...identity } = stored;
  return { identity, siteName, stations, addresses: new Map(Object.entries(addresses)) };
};

const written = ({ identity, siteName }: StoredIdentity): object => {
  const { station, signingKey, tlsKey, authorityCertificate, siteKey, authorityKey, authorityNumber = 0 } = identity;
  return {
    station: writtenStation(station),
    signingKey: toHex(signingKey),
    tlsKey: toHex(tlsKey),
    authorityCertificate: toHex(authorityCertificate),
    siteKey: toHex(siteKey),
    authorityKey: authorityKey === null ? null : toHex(authorityKey),
    authorityNumber,
    siteName,
  };
};

const writtenStation = ({ id, name: called, place, signingKey, certificate }: EnrolledStation): object => ({ id, name: called, place, signingKey: toHex(signingKey), certificate: toHex(certificate) });
