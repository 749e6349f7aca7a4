import { createSecureContext, connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { StationIdentity } from '../../main/core/site/identity.ts';
import { parseAddress } from '../../main/lan/address.ts';
import { stationUri } from '../../main/lan/certificate.ts';
import { linkOptions, tlsOptions } from '../../main/lan/tls.ts';
import { makeIdentity, makeSite } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import type { TestStation } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();

/** Connects and asks for a link as a station would; tells how it ended. */
const knock = (address: string, options: ConnectionOptions): Promise<'let in' | 'turned away'> =>
  new Promise((resolve) => {
    const target = parseAddress(address);
    const socket = connect({ host: target?.host, port: target?.port, rejectUnauthorized: false, ...options });
    socket.on('error', () => resolve('turned away'));
    socket.on('close', () => resolve('turned away'));
    socket.once('secureConnect', () => {
      const asking = new WebSocket('ws://quietbell/link', 'quietbell.1', { createConnection: () => socket });
      asking.on('error', () => resolve('turned away'));
      asking.once('open', () => {
        resolve('let in');
        asking.terminate();
      });
    });
  });

const context = (identity: StationIdentity) => ({ secureContext: createSecureContext(tlsOptions(identity)) });

/** A certificate of its own making that names one of our stations. */
const selfMade = async (id: string): Promise<ConnectionOptions> => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Quietbell station',
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'url', value: stationUri(id) }])],
  });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { cert: certificate.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n` };
};

/** What a handshake agreed upon; the last session that the server offered for taking up again, and whether one was. */
const shakeHands = (address: string, options: ConnectionOptions): Promise<{ readonly agreement: string | undefined; readonly session: Buffer | undefined; readonly resumed: boolean }> =>
  new Promise((resolve, reject) => {
    const target = parseAddress(address);
    const socket = connect({ host: target?.host, port: target?.port, rejectUnauthorized: false, ...options });
    let session: Buffer | undefined;
    socket.on('error', reject);
    socket.on('session', (offered: Buffer) => (session = offered));
    socket.once('secureConnect', () => {
      const agreed = socket.getEphemeralKeyInfo();
      const agreement = agreed !== null && 'name' in agreed ? agreed.name : undefined;
      socket.once('data', () => {
        resolve({ agreement, session, resumed: socket.isSessionReused() });
        socket.destroy();
      });
      socket.write('GET / HTTP/1.1\r\nhost: quietbell\r\n\r\n');
    });
  });

describe('admission', () => {
  let site: Awaited<ReturnType<typeof makeSite>>;
  beforeAll(async () => {
    site = await makeSite('Desk 1', 'Desk 2');
  });
  const host = (): Promise<TestStation> => start(site.identities[0]);
  const guest = (): StationIdentity => {
    const identity = site.identities[1];
    if (identity === undefined) throw new Error('The site has no second station');
    return identity;
  };
  const warned = (station: TestStation) => station.log.lines.some((line) => line.level === 'warn' && /stranger/.test(line.message));

  test('a station of the site is let in', async () => {
    const station = await host();
    expect(await knock(station.address(), context(guest()))).toBe('let in');
  });

  test('nobody without a certificate is let in while nobody is invited', async () => {
    const station = await host();
    expect(await knock(station.address(), {})).toBe('turned away');
  });

  test('nobody without a certificate gets a link while somebody is invited', async () => {
    const station = await host();
    await station.lan.invite(1);
    expect(await knock(station.address(), {})).toBe('turned away');
  });

  test('a self-made certificate that names a station of the site is turned away with a warning', async () => {
    const station = await host();
    await station.lan.invite(1);
    expect(await knock(station.address(), await selfMade(guest().station.id))).toBe('turned away');
    await until('it is logged', () => warned(station));
  });

  test('a station of another site is turned away with a warning', async () => {
    const station = await host();
    const other = await makeSite('Desk 1');
    const stranger = await makeIdentity(other.authority, 'Desk 2');
    expect(await knock(station.address(), context(stranger))).toBe('turned away');
    await until('it is logged', () => warned(station));
  });

  test('a station does not stay connected to one of another site that answers at a known address', async () => {
    const other = await makeSite('Desk 9');
    const stranger = await start(other.identities[0]);
    const station = await start(site.identities[0], { fixedAddresses: [stranger.address()] });
    await until('it is logged', () => station.log.lines.some((line) => line.level === 'warn' && /none of this site/.test(line.message)));
    expect(stranger.lan.links()).toEqual([]);
  });

  test('the key agreement between stations is small, and no session is taken up again, so that each handshake shows a certificate', async () => {
    const station = await host();
    const secureContext = createSecureContext(linkOptions(guest()));
    const first = await shakeHands(station.address(), { secureContext });
    expect(first.agreement).toBe('X25519');
    const second = await shakeHands(station.address(), { secureContext, ...(first.session === undefined ? {} : { session: first.session }) });
    expect(second.resumed).toBe(false);
  });

  test('TLS 1.2 is refused even with a certificate of the site', async () => {
    const station = await host();
    const context12 = createSecureContext({ ...tlsOptions(guest()), minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' });
    expect(await knock(station.address(), { secureContext: context12 })).toBe('turned away');
  });

  test('a peer is who its certificate says, whatever its hello says', async () => {
    const station = await host();
    const third = await makeIdentity(site.authority, 'Desk 3');
    const liar = await start({ ...third, station: { ...third.station, id: guest().station.id } }, { fixedAddresses: [station.address()], roster: [] });
    await until('it is cut off', () => station.lan.links().some(({ misconduct }) => misconduct.includes('falseName')));
    expect(station.lan.links().filter((link) => link.connected)).toEqual([]);
    // The liar's own end hears of it a moment later.
    await until('the liar has no link either', () => liar.lan.links().every((link) => !link.connected));
  });
});
