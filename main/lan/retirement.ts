import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import type { Authority } from './authority.ts';

/**
 * The authority's word that a station no longer belongs: ECDSA P-256 with SHA-256 over a label, the station id and the moment. Whoever has the
 * authority's certificate can check it, so it counts wherever it comes from, and no station can retire another.
 */
export interface Retirement {
  readonly station: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** 64 bytes, r and s (IEEE P1363). */
  readonly signature: Uint8Array;
}

export const signRetirement = ({ key }: Pick<Authority, 'key'>, station: string, at: number): Retirement => {
  const authorityKey = createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' });
  return { station, at, signature: sign('sha256', statement(station, at), { key: authorityKey, dsaEncoding: 'ieee-p1363' }) };
};

export const holdsRetirement = (authorityCertificate: Uint8Array, { station, at, signature }: Retirement): boolean =>
  signature.length === 64 && verify('sha256', statement(station, at), { key: new X509Certificate(authorityCertificate).publicKey, dsaEncoding: 'ieee-p1363' }, signature);

const statement = (station: string, at: number): Uint8Array => Buffer.from(`quietbell retirement 1\n${station}\n${at}`, 'utf8');
