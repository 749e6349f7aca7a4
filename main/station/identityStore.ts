import { z } from 'zod';
import type { StationIdentity } from '../core/site/identity.ts';
import type { LocalStore } from '../ledger/localStore.ts';
import { fromHex, toHex } from '../platform/primitives.ts';

const hex = z.string().regex(/^([0-9a-f]{2})*$/).transform(fromHex);
const storedSchema = z.object({
  station: z.object({ id: z.string(), name: z.string(), place: z.string(), signingKey: hex, certificate: hex }),
  signingKey: hex,
  tlsKey: hex,
  authorityCertificate: hex,
  siteKey: hex,
  authorityKey: hex.nullable(),
  siteName: z.string(),
});

/** What this station is, as it lies in the encrypted database. `siteName` is what the site was called at enrolment. */
export interface StoredIdentity {
  readonly identity: StationIdentity;
  readonly siteName: string;
}

const name = 'identity';

export const keepIdentity = (local: Pick<LocalStore, 'keepSecret'>, { identity, siteName }: StoredIdentity): void => {
  const { station, signingKey, tlsKey, authorityCertificate, siteKey, authorityKey } = identity;
  const stored = {
    station: { ...station, signingKey: toHex(station.signingKey), certificate: toHex(station.certificate) },
    signingKey: toHex(signingKey),
    tlsKey: toHex(tlsKey),
    authorityCertificate: toHex(authorityCertificate),
    siteKey: toHex(siteKey),
    authorityKey: authorityKey === null ? null : toHex(authorityKey),
    siteName,
  };
  local.keepSecret(name, Buffer.from(JSON.stringify(stored), 'utf8'));
};

/** Undefined in a database whose set-up was never finished. */
export const findIdentity = (local: Pick<LocalStore, 'secret'>): StoredIdentity | undefined => {
  const bytes = local.secret(name);
  if (bytes === undefined) return undefined;
  const { siteName, ...identity } = storedSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { identity, siteName };
};
