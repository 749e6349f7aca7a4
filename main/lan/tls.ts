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
  return { ...onlyTls13, key: keyToPem(tlsKey), cert: certificateToPem(station.certificate) + authority, ca: authority };
};
