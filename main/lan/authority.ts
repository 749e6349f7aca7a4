// x509 resolves its parts through tsyringe, which needs the metadata polyfill to be there first.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import { makeSigningPair, openSigningKey, signBytes, stationIdOf } from '../platform/primitives.ts';
import { stationUri } from './certificate.ts';
import { enrolmentLabel } from './enrolment-message.ts';

/** A site's certificate authority. The key is PKCS #8 DER and lies on one station, at first the one that made the site. */
export interface Authority {
  readonly certificate: Uint8Array;
  readonly key: Uint8Array;
}

/** Everything a new station makes for itself. Private keys are PKCS #8 DER; `signingPublicKey` is raw Ed25519. */
export interface StationKeys {
  readonly id: string;
  readonly tlsKey: Uint8Array;
  readonly signingKey: Uint8Array;
  readonly signingPublicKey: Uint8Array;
  /** PKCS #10 DER over the TLS key: what the authority signs. */
  readonly request: Uint8Array;
  /** Ed25519 by the signing key over the request: shows that its holder asks. */
  readonly possession: Uint8Array;
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ecdsaSha256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const year = 365.25 * 24 * 3600 * 1000;
/** A dead CMOS battery sets a terminal's clock to 1970 or 2000. It shall still be heard, so certificates are valid from the start of time. */
const alwaysValid = new Date(0);
/** Nor may such a clock at the authority issue certificates that are over everywhere else: no clock is believed that is before this program. */
const firstBelievable = Date.UTC(2026, 0, 1);

/** Makes the certificate authority of a new site: ECDSA P-256, 30 years from `now` (milliseconds since the epoch). */
export const createAuthority = async (now: number = Date.now()): Promise<Authority> => {
  const keys = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    // No site name: every certificate names its issuer, and anyone who can reach the port is shown one.
    name: 'CN=Quietbell site authority',
    keys,
    signingAlgorithm: ecdsaSha256,
    notBefore: alwaysValid,
    notAfter: validUntil(now, 30),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: new Uint8Array(certificate.rawData), key: new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey)) };
};

/** A fresh key for TLS and the request for a certificate over it. */
export const makeTlsKey = async (): Promise<Pick<StationKeys, 'tlsKey' | 'request'>> => {
  const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({ name: 'CN=Quietbell station', keys: pair, signingAlgorithm: ecdsaSha256 });
  return { tlsKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)), request: new Uint8Array(csr.rawData) };
};

/** Makes a station's two keys, its id and the request for its certificate. */
export const makeStationKeys = async (): Promise<StationKeys> => {
  const { tlsKey, request } = await makeTlsKey();
  const signing = makeSigningPair();
  return {
    id: stationIdOf(signing.publicKey),
    tlsKey,
    signingKey: signing.privateKey,
    signingPublicKey: signing.publicKey,
    request,
    possession: signBytes(openSigningKey(signing.privateKey), Buffer.concat([enrolmentLabel, request])),
  };
};

/**
 * Issues a station's certificate (X.509 DER, for both ends of TLS) from its PKCS #10 request. Valid for a year:
 * stations renew theirs by themselves (renewal.ts).
 *
 * @returns `InputInvalid` when the request does not hold or is not for a P-256 key.
 */
export const issueStationCertificate = async (
  authority: Authority,
  { stationId, request }: { readonly stationId: string; readonly request: Uint8Array },
  now: number = Date.now(),
): Promise<Result<Uint8Array>> => {
  const csr = await readRequest(request);
  if (csr === null) return failed('InputInvalid', 'The request for a certificate does not hold.', 'Use the same version of Quietbell on both stations.', 'request');
  const issuer = new x509.X509Certificate(Buffer.from(authority.certificate));
  const signingKey = await crypto.subtle.importKey('pkcs8', Buffer.from(authority.key), p256, false, ['sign']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=Quietbell station',
    issuer: issuer.subject,
    publicKey: csr.publicKey,
    signingKey,
    signingAlgorithm: ecdsaSha256,
    notBefore: alwaysValid,
    notAfter: new Date(Math.min(validUntil(now, 1).getTime(), issuer.notAfter.getTime())),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      new x509.SubjectAlternativeNameExtension([{ type: 'url', value: stationUri(stationId) }]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return done(new Uint8Array(certificate.rawData));
};

/** How long a station's certificate lasts. Milliseconds. */
export const stationCertificateLife = year;

/** What an authority issues by: a clock that fell back to 1970 is not believed, for its own certificate was made later than that. */
export const issuingTime = (now: number, ownExpiry: number): number => Math.max(now, ownExpiry - stationCertificateLife);

const validUntil = (now: number, years: number): Date => new Date(Math.max(now, firstBelievable) + years * year);

const readRequest = async (der: Uint8Array): Promise<x509.Pkcs10CertificateRequest | null> => {
  try {
    const csr = new x509.Pkcs10CertificateRequest(Buffer.from(der));
    const key = csr.publicKey.algorithm;
    return 'namedCurve' in key && key.namedCurve === 'P-256' && (await csr.verify()) ? csr : null;
  } catch {
    return null;
  }
};
