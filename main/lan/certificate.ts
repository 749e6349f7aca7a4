import { X509Certificate, createPrivateKey, createPublicKey } from 'node:crypto';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import type { CertificatePair, EnrolledStation } from '../core/site/identity.ts';
import { equalBytes, stationIdOf } from '../platform/primitives.ts';

/** The URI by which a certificate names its station. */
export const stationUri = (id: string): string => `urn:quietbell:station:${id}`;

/** The whole extension as Node writes it out: exactly one name, so a second one beside ours does not match. */
const onlyOurUri = /^URI:urn:quietbell:station:([0-9a-f]{32})$/;

/** Whose a certificate is, and until when it is good (milliseconds since the epoch). */
export interface CheckedCertificate {
  readonly id: string;
  readonly expires: number;
}

/**
 * Says whose certificate this is, if the site's authority issued it: signature, key type and the one subject alternative name (RFC 5280).
 * Synchronous, so that admission can decide before a byte of the peer is read. Whether its time is over is for whoever asks to judge:
 * it does not matter for what a station wrote, and clocks may be wrong (decision 15).
 *
 * @returns `PeerNotTrusted` with the reason otherwise.
 */
export const checkStationCertificate = (authorityCertificate: Uint8Array, der: Uint8Array): Result<CheckedCertificate> => {
  const authority = readCertificate(authorityCertificate);
  const certificate = readCertificate(der);
  if (authority === null || certificate === null) return notTrusted('it cannot be read');
  if (!authority.ca || !isP256(authority)) return notTrusted('its issuer is no site authority');
  if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey)) return notTrusted('another authority issued it');
  if (certificate.ca) return notTrusted('it is an authority itself');
  if (!isP256(certificate)) return notTrusted('its key is not ECDSA P-256');
  const id = onlyOurUri.exec(certificate.subjectAltName ?? '')?.[1];
  return id === undefined ? notTrusted('it does not name a station') : done({ id, expires: certificate.validToDate.getTime() });
};

/** A station's papers as others pass them on: the certificate must be the authority's and must be about this signing key. */
export const checkStation = (authorityCertificate: Uint8Array, station: EnrolledStation): Result<CheckedCertificate> => {
  const checked = checkStationCertificate(authorityCertificate, station.certificate);
  if (!checked.ok) return checked;
  if (checked.value.id !== station.id || stationIdOf(station.signingKey) !== station.id) return notTrusted('it belongs to another signing key');
  return checked;
};

/** When a station's certificate ends, in milliseconds since the epoch; 0 when it cannot be read. */
export const expiryOf = (der: Uint8Array): number => readCertificate(der)?.validToDate.getTime() ?? 0;

/** Whether the certificate is the authority's for this station and this private key (PKCS #8 DER). */
export const isCertificateOf = (authorityCertificate: Uint8Array, { certificate, tlsKey }: CertificatePair, station: string): boolean => {
  const checked = checkStationCertificate(authorityCertificate, certificate);
  const publicKey = publicKeyOf(certificate);
  return checked.ok && checked.value.id === station && publicKey !== null && equalBytes(publicKey, publicKeyOfPrivate(tlsKey));
};

/** The certificate's public key as SubjectPublicKeyInfo DER; null when it cannot be read. */
export const publicKeyOf = (der: Uint8Array): Uint8Array | null => readCertificate(der)?.publicKey.export({ format: 'der', type: 'spki' }) ?? null;

/** TLS takes PEM only. */
export const certificateToPem = (der: Uint8Array): string => new X509Certificate(der).toString();

/** From PKCS #8 DER. */
export const keyToPem = (pkcs8: Uint8Array): string =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();

/** The public half of a private key in PKCS #8 DER, in the same form as `publicKeyOf`. */
export const publicKeyOfPrivate = (pkcs8: Uint8Array): Uint8Array =>
  createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })).export({ format: 'der', type: 'spki' });

const readCertificate = (der: Uint8Array): X509Certificate | null => {
  try {
    const certificate = new X509Certificate(der);
    void certificate.publicKey; // throws here, not later, when the key is of a kind that is not known
    return certificate;
  } catch {
    return null;
  }
};

const isP256 = (certificate: X509Certificate): boolean =>
  certificate.publicKey.asymmetricKeyType === 'ec' && certificate.publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';

const notTrusted = (reason: string) =>
  failed('PeerNotTrusted', `The certificate is not one of this site's stations: ${reason}.`, 'Join that terminal to the site with an invitation code.');
