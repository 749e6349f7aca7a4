import { X509Certificate } from 'node:crypto';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAuthority, issueStationCertificate, issuingTime, makeStationKeys, stationCertificateLife } from '../../../main/lan/authority.ts';
import type { Authority } from '../../../main/lan/authority.ts';
import { checkStation, checkStationCertificate, expiryOf, stationUri } from '../../../main/lan/certificate.ts';
import { stationIdOf } from '../../../main/platform/primitives.ts';
import { makeIdentity } from '../../support/lan/memorySite.ts';

const now = Date.UTC(2027, 4, 1);
const year = 365.25 * 24 * 3600 * 1000;

describe('the site authority', () => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await createAuthority(now);
  });
  const issue = async (options: Partial<{ stationId: string; at: number; from: Authority }> = {}) => {
    const keys = await makeStationKeys();
    const issued = await issueStationCertificate(options.from ?? authority, { stationId: options.stationId ?? keys.id, request: keys.request }, options.at ?? now);
    if (!issued.ok) throw new Error(issued.error.message);
    return { keys, certificate: issued.value };
  };

  test('issues certificates that name the station and hold for both ends of TLS', async () => {
    const { keys, certificate } = await issue();
    expect(checkStationCertificate(authority.certificate, certificate)).toEqual({ ok: true, value: { id: keys.id, expires: now + year } });
    const parsed = new X509Certificate(certificate);
    expect(parsed.subjectAltName).toBe(`URI:${stationUri(keys.id)}`);
    expect(parsed.keyUsage?.toSorted()).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
    expect(parsed.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    expect(keys.id).toBe(stationIdOf(keys.signingPublicKey));
  });

  test('gives away no name of the site or the desk', async () => {
    const { certificate } = await issue();
    const parsed = new X509Certificate(certificate);
    expect([parsed.subject, parsed.issuer]).toEqual(['CN=Quietbell station', 'CN=Quietbell site authority']);
  });

  test('silences no station whose clock fell back to 1970, nor issues for one day because its own did', async () => {
    const { certificate } = await issue({ at: 0 });
    const { validFromDate, validToDate } = new X509Certificate(certificate);
    expect(validFromDate.getTime()).toBe(0);
    expect(validToDate.getTime()).toBeGreaterThan(Date.UTC(2026, 11, 31));
    expect(issuingTime(0, now + stationCertificateLife)).toBe(now);
  });

  test('issues for a year and never beyond its own thirty', async () => {
    expect(expiryOf((await issue()).certificate)).toBe(now + year);
    const late = await issue({ at: now + 29 * year });
    expect(new X509Certificate(late.certificate).validToDate).toEqual(new X509Certificate(authority.certificate).validToDate);
  });

  test('issues nothing for a request that was changed', async () => {
    const { request, id } = await makeStationKeys();
    const changed = Uint8Array.from(request);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    for (const bad of [changed, new Uint8Array(), new Uint8Array(300)]) {
      expect(await issueStationCertificate(authority, { stationId: id, request: bad }, now)).toMatchObject({ ok: false, error: { type: 'InputInvalid' } });
    }
  });

  test('issues nothing for a key that is not P-256', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' };
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const csr = await x509.Pkcs10CertificateRequestGenerator.create({ name: 'CN=x', keys, signingAlgorithm: algorithm });
    expect((await issueStationCertificate(authority, { stationId: '0'.repeat(32), request: new Uint8Array(csr.rawData) }, now)).ok).toBe(false);
  });

  test('is the only one believed: another site, itself as a station, a wrong name and noise are refused', async () => {
    const elsewhere = await issue({ from: await createAuthority(now) });
    const nameless = await issue({ stationId: 'desk 1' });
    for (const der of [elsewhere.certificate, authority.certificate, nameless.certificate, new Uint8Array(), new Uint8Array(500).fill(0x30)]) {
      expect(checkStationCertificate(authority.certificate, der)).toMatchObject({ ok: false, error: { type: 'PeerNotTrusted' } });
    }
    const { certificate } = await issue();
    expect(checkStationCertificate(certificate, certificate).ok).toBe(false);
  });

  test('refuses a second name beside the station\'s own', async () => {
    const { keys } = await issue();
    const signingKey = await crypto.subtle.importKey('pkcs8', Buffer.from(authority.key), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    const certificate = await x509.X509CertificateGenerator.create({
      subject: 'CN=Quietbell station',
      issuer: 'CN=Quietbell site authority',
      publicKey: new x509.Pkcs10CertificateRequest(Buffer.from(keys.request)).publicKey,
      signingKey,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      notBefore: new Date(0),
      notAfter: new Date(now + year),
      extensions: [
        new x509.SubjectAlternativeNameExtension([
          { type: 'url', value: stationUri(keys.id) },
          { type: 'url', value: stationUri('0'.repeat(32)) },
        ]),
      ],
    });
    expect(checkStationCertificate(authority.certificate, new Uint8Array(certificate.rawData)).ok).toBe(false);
  });

  test('vouches for the signing key that belongs to the id, and for no other', async () => {
    const [one, two] = await Promise.all([makeIdentity(authority, 'Desk 1'), makeIdentity(authority, 'Desk 2')]);
    expect(checkStation(authority.certificate, one.station).ok).toBe(true);
    expect(checkStation(authority.certificate, { ...one.station, signingKey: two.station.signingKey }).ok).toBe(false);
    expect(checkStation(authority.certificate, { ...one.station, certificate: two.station.certificate }).ok).toBe(false);
  });
});
