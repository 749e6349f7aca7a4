import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { describe, expect, test } from 'vitest';
import type { Papers, StationIdentity } from '../../main/core/site/identity.ts';
import { createAuthority, makeTlsKey, type Authority } from '../../main/lan/authority.ts';
import { checkStationCertificate, expiryOf, stationUri } from '../../main/lan/certificate.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../main/lan/frames.ts';
import { openSigningKey, signBytes } from '../../main/platform/primitives.ts';
import { certificateAt } from '../support/lan/certificateAt.ts';
import { linkAs, politeHello } from '../support/lan/foreignPeer.ts';
import { createMemoryPapers, makeIdentity } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import type { TestStation, TestStationOptions } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();
const day = 24 * 3_600_000;
const made = Date.UTC(2026, 10, 24);
const year = 365.25 * day;

/** A site that was made a year or so ago by the clock of the tests; the system's own clock is left alone. */
const siteOf = async (...names: readonly string[]) => {
  const authority = await createAuthority(made);
  const clock = { now: made };
  const identities = await Promise.all(names.map((name, index) => makeIdentity(authority, name, index === 0, made)));
  const run = (identity: StationIdentity | undefined, options: TestStationOptions = {}): Promise<TestStation> =>
    start(identity, { now: () => clock.now, ...options, timing: { renewalLook: 20, renewalPause: 50, ...options.timing } });
  return { authority, clock, identities, run };
};
const papersOf = (identity: StationIdentity | undefined): Papers => {
  if (identity === undefined) throw new Error('The site has no such station');
  return createMemoryPapers(identity);
};
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const expires = (papers: Papers): number => expiryOf(papers.identity().station.certificate);

describe('a certificate', () => {
  test('is renewed over the link when two thirds of its life are over, and shown from then on, while no link is dropped', async () => {
    const { authority, clock, identities, run } = await siteOf('Desk 1', 'Desk 2');
    const [first, second] = identities.map(papersOf);
    if (first === undefined || second === undefined) throw new Error('two');
    const a = await run(identities[0], { papers: first });
    const b = await run(identities[1], { papers: second, fixedAddresses: [a.address()] });
    await until('they are connected', () => a.connectedTo(b) && b.connectedTo(a));
    let losses = 0;
    for (const { lan } of [a, b]) lan.onLinksChanged(() => (losses += lan.links().some(({ connected }) => connected) ? 0 : 1));

    clock.now = made + (2 / 3) * year - day;
    const before = second.identity();
    await until('they looked several times', () => a.lan.links()[0]?.lastHeardAt === clock.now && b.lan.links()[0]?.lastHeardAt === clock.now);
    expect(second.identity()).toBe(before);

    clock.now = made + (2 / 3) * year + day;
    await until('both have a certificate for a year from now', () => [first, second].every((papers) => expires(papers) === clock.now + year));
    expect(checkStationCertificate(authority.certificate, second.identity().station.certificate)).toMatchObject({ ok: true, value: { id: b.id } });
    expect(second.identity().tlsKey).not.toEqual(before.tlsKey);
    expect(hex(await certificateAt(b.address()))).toBe(hex(second.identity().station.certificate));
    expect(losses).toBe(0);
    expect(b.lan.sendAlarm(b.replica.draft('help'))).toEqual([a.id]);

    // A third station meets both with what they show now.
    const c = await run(await makeIdentity(authority, 'Desk 3', false, clock.now), { fixedAddresses: [a.address(), b.address()] });
    await until('the newcomer has them', () => c.connectedTo(a) && c.connectedTo(b));
    expect(hex(c.roster.list().find(({ id }) => id === b.id)?.certificate ?? new Uint8Array())).toBe(hex(second.identity().station.certificate));
  });

  test('stays in use while the authority is away, and is renewed as soon as it is back, also years after it ran out', async () => {
    const { clock, identities, run } = await siteOf('Authority', 'Desk 2', 'Desk 3');
    const papers = papersOf(identities[1]);
    const b = await run(identities[1], { papers });
    clock.now = made + 3 * year;
    const others = papersOf(identities[2]);
    const c = await run(identities[2], { papers: others, fixedAddresses: [b.address()] });
    await until('the two hear each other with what ran out', () => b.connectedTo(c) && c.connectedTo(b));
    expect(b.lan.sendAlarm(b.replica.draft('help'))).toEqual([c.id]);
    await until('the alarm is shown', () => c.replica.previewed()[0] === 'help');
    expect(expires(papers)).toBe(made + year);

    // It renews its own first, and is the only one then whose certificate is good.
    const first = papersOf(identities[0]);
    const roster = identities.map(({ station }) => station);
    const a = await run(identities[0], { papers: first, roster });
    await until('the authority has a new one', () => expires(first) === clock.now + year);
    await a.lan.stop();
    const again = await run(first.identity(), { papers: first, roster, fixedAddresses: [b.address(), c.address()] });
    await until('all have a new one', () => [papers, others].every((each) => expires(each) === clock.now + year));
    await until('all are connected', () => again.connectedTo(b) && again.connectedTo(c) && b.connectedTo(c));
  });

  test('that ran out less than 90 days ago is let in where the station is known, with a warning, and an older one is not', async () => {
    const { authority, clock, identities, run } = await siteOf('Authority', 'Old laptop');
    clock.now = made + year + 80 * day;
    const fresh = await makeIdentity(authority, 'Desk 1', false, clock.now);
    const known = await run(fresh, { roster: [fresh.station, ...identities.slice(1).map(({ station }) => station)] });
    const stranger = await run(await makeIdentity(authority, 'Desk 2', false, clock.now), {});
    const laptop = await run(identities[1], { fixedAddresses: [known.address(), stranger.address()], now: () => made });
    await until('who knows it has it', () => known.connectedTo(laptop));
    expect(known.log.lines.some(({ level, message }) => level === 'warn' && message.includes('has run out'))).toBe(true);
    await until('who does not turns it away', () => stranger.log.lines.some(({ message }) => message === 'a stranger showed a certificate and was turned away'));
    expect(stranger.connectedTo(laptop)).toBe(false);
    await laptop.lan.stop();

    clock.now = made + year + 91 * day;
    const later = await run(identities[1], { fixedAddresses: [known.address()], now: () => made });
    await until('it is turned away now', () => known.log.lines.some(({ message }) => message === 'a stranger showed a certificate and was turned away'));
    expect(known.connectedTo(later)).toBe(false);
  });

  test('of everybody has run out where a clock is years ahead: that station judges nobody and is heard', async () => {
    const { identities, run } = await siteOf('Authority', 'Desk 2');
    const a = await run(identities[0], { timing: { renewalLook: 60_000 } });
    const b = await run(identities[1], { fixedAddresses: [a.address()], now: () => made + 14 * year, timing: { renewalLook: 60_000 } });
    await until('they are connected', () => a.connectedTo(b) && b.connectedTo(a));
    expect(b.lan.sendAlarm(b.replica.draft('help'))).toEqual([a.id]);
  });

  test('is not changed every hour by a clock that is years ahead: what is given must last longer', async () => {
    const { identities, run } = await siteOf('Authority', 'Desk 2');
    const papers = papersOf(identities[1]);
    const a = await run(identities[0]);
    const b = await run(identities[1], { papers, fixedAddresses: [a.address()], now: () => made + 14 * year });
    await until('it asked and was given what is of no use', () => b.log.lines.some(({ message }) => message === 'the authority gave a certificate that is of no use'));
    expect(expires(papers)).toBe(made + year);
  });

  test('is given to nobody who does not hold the signing key, and by no station that is not the authority', async () => {
    const { clock, identities, run } = await siteOf('Authority', 'Desk 2', 'Laptop');
    const laptop = identities[2];
    if (laptop === undefined) throw new Error('three');
    clock.now = made + day;
    const a = await run(identities[0], { roster: identities.map(({ station }) => station) });
    const b = await run(identities[1], { roster: identities.map(({ station }) => station) });
    const { request } = await makeTlsKey();
    const possession = signBytes(openSigningKey(laptop.signingKey), Buffer.concat([Buffer.from('quietbell renewal 1'), request]));
    const answerOf = async (station: TestStation, asked: Pick<Extract<Frame, { type: 'renewal' }>, 'request' | 'possession'>): Promise<Uint8Array | null | undefined> => {
      const link = await linkAs(laptop, station.address());
      let answer: Extract<Frame, { type: 'renewed' }> | undefined;
      link.on('message', (data) => {
        const read = data instanceof Uint8Array ? decodeFrame(data) : null;
        if (read?.ok && read.value.type === 'renewed') answer = read.value;
      });
      link.send(politeHello(laptop));
      link.send(encodeFrame({ type: 'renewal', ...asked }));
      await until('there is an answer', () => answer !== undefined);
      link.terminate();
      return answer?.certificate;
    };
    expect(await answerOf(a, { request, possession: new Uint8Array(64).fill(7) })).toBeNull();
    expect(await answerOf(a, { request: (await makeTlsKey()).request, possession })).toBeNull();
    expect(await answerOf(b, { request, possession })).toBeNull();
    const noise = new Uint8Array(200).fill(7);
    expect(await answerOf(a, { request: noise, possession: signBytes(openSigningKey(laptop.signingKey), Buffer.concat([Buffer.from('quietbell renewal 1'), noise])) })).toBeNull();
    expect(expiryOf((await answerOf(a, { request, possession })) ?? new Uint8Array())).toBe(clock.now + year);
  });

  test('that TLS itself calls expired is judged the same way', async () => {
    const authority = await createAuthority();
    const [desk, away, unknown] = await Promise.all(['Desk 1', 'Away', 'Unknown'].map((name) => makeIdentity(authority, name)));
    if (desk === undefined || away === undefined || unknown === undefined) throw new Error('three');
    const ranOut = async (identity: StationIdentity, days: number): Promise<StationIdentity> => ({ ...identity, station: { ...identity.station, certificate: await certificateUntil(authority, identity, Date.now() - days * day) } });
    const station = await start(desk, { roster: [desk.station, away.station] });
    const turnedAway = () => station.log.lines.filter(({ message }) => message === 'a stranger showed a certificate and was turned away').length;
    // Whoever comes judges nobody, for its own certificate is over; so it is this station's word that counts.
    const back = await start(await ranOut(away, 50), { fixedAddresses: [station.address()] });
    await until('it is let in', () => station.connectedTo(back) && back.connectedTo(station));
    await back.lan.stop();
    expect(turnedAway()).toBe(0);
    await start(await ranOut(away, 100), { fixedAddresses: [station.address()] });
    await until('one that ran out long ago is not', () => turnedAway() > 0);
    const before = turnedAway();
    await start(await ranOut(unknown, 1), { fixedAddresses: [station.address()] });
    await until('nor one that nobody knows', () => turnedAway() > before);
    expect(station.connectedTo(away.station) || station.connectedTo(unknown.station)).toBe(false);
  });
});

/** A certificate such as the authority gave earlier; it gives none that are over. */
const certificateUntil = async (authority: Authority, identity: StationIdentity, until: number): Promise<Uint8Array> => {
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=Quietbell station',
    issuer: 'CN=Quietbell site authority',
    publicKey: new x509.X509Certificate(Buffer.from(identity.station.certificate)).publicKey,
    signingKey: await crypto.subtle.importKey('pkcs8', Buffer.from(authority.key), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    notBefore: new Date(0),
    notAfter: new Date(until),
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'url', value: stationUri(identity.station.id) }])],
  });
  return new Uint8Array(certificate.rawData);
};
