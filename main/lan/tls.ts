import { constants } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';
import type { StationIdentity } from '../core/site/identity.ts';
import { certificateToPem, keyToPem } from './certificate.ts';

/** Nothing older to fall back to; see README.md. */
export const onlyTls13 = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } as const;

/**
 * This station's side of every TLS connection. The authority's certificate goes along with our own, since a joiner has only its
 * fingerprint; and it is the one root that is trusted.
 */
export const tlsOptions = ({ station, tlsKey, authorityCertificate }: Pick<StationIdentity, 'station' | 'tlsKey' | 'authorityCertificate'>): SecureContextOptions => {
  const authority = certificateToPem(authorityCertificate);
  // No session is ever taken up again (decision 22); tickets that nobody uses would carry the peer's whole certificate, twice.
  return { ...onlyTls13, secureOptions: constants.SSL_OP_NO_TICKET, key: keyToPem(tlsKey), cert: certificateToPem(station.certificate) + authority, ca: authority };
};

/** The same for dialling a station that is known: its key agreement has two shares of 32 bytes instead of two of more than 1,100. Enrolment, which hands out the site's key, keeps the default (decision 22). */
export const linkOptions = (identity: Parameters<typeof tlsOptions>[0]): SecureContextOptions => ({ ...tlsOptions(identity), ecdhCurve: 'X25519' });
