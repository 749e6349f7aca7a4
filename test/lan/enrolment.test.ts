import { request } from 'node:https';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../main/contract/problem.ts';
import type { EnrolledStation } from '../../main/core/site/identity.ts';
import type { Enrolment } from '../../main/core/site/lan.ts';
import { parseAddress } from '../../main/lan/address.ts';
import { makeStationKeys } from '../../main/lan/authority.ts';
import { checkStation } from '../../main/lan/certificate.ts';
import { encodeRequest, enrolmentAnswerSchema, proofOf, readMessage } from '../../main/lan/enrolment-message.ts';
import type { EnrolmentRequest } from '../../main/lan/enrolment-message.ts';
import { enrol } from '../../main/lan/enrol.ts';
import { decodeInvitationCode, encodeInvitationCode, invitationIdOf } from '../../main/lan/invitation.ts';
import { createMemoryLog, makeSite } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import { quickTiming } from '../support/lan/testStation.ts';
import type { TestStation } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

const start = stationsOfThisFile();
const join = (code: string, name = 'Desk 2', now: () => number = Date.now): Promise<Result<Enrolment>> =>
  enrol(code, { name, place: 'Ground floor' }, { clock: { now }, log: createMemoryLog(), timing: quickTiming });

const invite = async (station: TestStation, hours = 1): Promise<string> => {
  const invitation = await station.lan.invite(hours);
  if (!invitation.ok) throw new Error(invitation.error.message);
  return invitation.value.code;
};
const problemOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.error.type);
const read = (code: string) => {
  const decoded = decodeInvitationCode(code);
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
};

/** A guest of the test's own, who may send anything. */
const send = (station: TestStation, body: Uint8Array): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const address = parseAddress(station.address());
    const asking = request({ host: address?.host, port: address?.port, path: '/enrol', method: 'POST', rejectUnauthorized: false, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(readMessage(Buffer.concat(chunks))));
    });
    asking.on('error', reject);
    asking.end(body);
  });
const sendRequest = async (station: TestStation, code: string, change: (honest: EnrolmentRequest) => EnrolmentRequest): Promise<string | undefined> => {
  const { secret } = read(code);
  const keys = await makeStationKeys();
  const honest = { invitation: invitationIdOf(secret), proof: proofOf(secret, keys.signingPublicKey, keys.request), request: keys.request, signingKey: keys.signingPublicKey, possession: keys.possession, name: 'Desk 2', place: 'Ground floor' };
  return problemOf(asResult(await send(station, encodeRequest(change(honest)))));
};
const asResult = (answer: unknown): Result<unknown> => {
  const parsed = enrolmentAnswerSchema.parse(answer);
  return parsed.ok ? { ok: true, value: parsed } : parsed;
};

describe('enrolment', () => {
  let site: Awaited<ReturnType<typeof makeSite>>;
  beforeAll(async () => {
    site = await makeSite('Desk 1');
  });

  test('a guest with a code comes home with papers that hold, and is connected at once', async () => {
    const enrolled: EnrolledStation[] = [];
    const host = await start(site.identities[0], { onEnrolled: (station) => void enrolled.push(station) });
    const joined = await join((await invite(host)).toLowerCase().replaceAll('-', ' '));
    if (!joined.ok) throw new Error(joined.error.message);
    const { identity, siteName, stations, addresses } = joined.value;
    expect(siteName).toBe('Central Library');
    expect(stations.map((station) => station.name).sort()).toEqual(['Desk 1', 'Desk 2']);
    expect(addresses.get(host.id)).toEqual([host.address()]);
    expect(checkStation(site.authority.certificate, identity.station).ok).toBe(true);
    expect(enrolled.map((station) => [station.id, station.name, station.place])).toEqual([[identity.station.id, 'Desk 2', 'Ground floor']]);
    const guest = await start(identity, { roster: stations, fixedAddresses: addresses.get(host.id) ?? [] });
    await until('both are connected', () => host.connectedTo(guest) && guest.connectedTo(host));
  });

  test('a code is used once', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    expect((await join(code)).ok).toBe(true);
    expect(problemOf(await join(code, 'Desk 3'))).toBe('CodeRefused');
    // The same while another invitation keeps the door open.
    await invite(host);
    expect(problemOf(await join(code, 'Desk 3'))).toBe('CodeRefused');
  });

  test('of two guests that use one code at the same moment one is let in', async () => {
    const enrolled: EnrolledStation[] = [];
    const host = await start(site.identities[0], { onEnrolled: (station) => void enrolled.push(station) });
    const code = await invite(host);
    const outcomes = await Promise.all([join(code, 'Desk 2'), join(code, 'Desk 3')]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.map(problemOf)).toContain('CodeRefused');
    expect(enrolled).toHaveLength(1);
  });

  test('a code of another secret is refused', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    const wrong = encodeInvitationCode({ ...read(code), secret: new Uint8Array(10) });
    expect(problemOf(await join(wrong))).toBe('CodeRefused');
    expect((await join(code)).ok).toBe(true);
  });

  test('a code that has run out says so, by the clock of the authority and, when that hangs up, by ours', async () => {
    let now = Date.now();
    const host = await start(site.identities[0], { now: () => now });
    const code = await invite(host, 1);
    now += 2 * 3_600_000;
    expect(problemOf(await join(code, 'Desk 2', () => now))).toBe('CodeExpired');
    await invite(host, 1);
    expect(problemOf(await join(code, 'Desk 2', () => 0))).toBe('CodeExpired');
  });

  test('a mistyped code is found before anything is dialled', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    const mistyped = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(problemOf(await join(mistyped))).toBe('CodeMalformed');
    expect(problemOf(await join(`${code.slice(0, 7)}U${code.slice(8)}`))).toBe('CodeMalformed');
  });

  test('ten wrong proofs spoil a code', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    await invite(host);
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await sendRequest(host, code, (honest) => ({ ...honest, proof: new Uint8Array(32) }))).toBe('CodeRefused');
    expect(problemOf(await join(code))).toBe('CodeRefused');
    expect(host.invitations.all()[0]).toMatchObject({ failures: 10, used: false });
  });

  test('a guest cannot take the id of another station, having its public key only', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    const { secret } = read(code);
    expect(await sendRequest(host, code, (honest) => ({ ...honest, signingKey: host.identity.station.signingKey, proof: proofOf(secret, host.identity.station.signingKey, honest.request) }))).toBe('CodeRefused');
  });

  test('a guest is asked for another name where it is taken, and the code stays good', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    expect(await join(code, 'DESK 1')).toMatchObject({ ok: false, error: { type: 'InputInvalid', field: 'station' } });
    expect((await join(code, 'Desk 2')).ok).toBe(true);
  });

  test('a guest is told when the authority could not write the enrolment down', async () => {
    const host = await start(site.identities[0], {
      onEnrolled: () => {
        throw new Error('database or disk is full');
      },
    });
    expect(problemOf(await join(await invite(host)))).toBe('LedgerUnwritable');
    expect(host.log.lines.some((line) => line.level === 'error')).toBe(true);
  });

  test('more than twenty attempts in a minute are refused', async () => {
    const host = await start(site.identities[0]);
    await invite(host);
    for (let attempt = 0; attempt < 20; attempt += 1) expect(problemOf(asResult(await send(host, new Uint8Array([0xc1]))))).toBe('InputInvalid');
    expect(problemOf(asResult(await send(host, new Uint8Array([0xc1]))))).toBe('CodeRefused');
  });

  test('joining while the authority is not there says that it cannot be reached', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    await host.lan.stop();
    expect(problemOf(await join(code))).toBe('PeerUnreachable');
  });

  test('nothing is told to a station of another site that answers at the address in the code', async () => {
    const host = await start(site.identities[0]);
    const code = await invite(host);
    const address = host.address();
    await host.lan.stop();
    const other = await makeSite('Desk 1');
    const impostor = await start(other.identities[0], { listen: address });
    await invite(impostor);
    expect(problemOf(await join(code))).toBe('PeerNotTrusted');
    expect(impostor.log.lines.some((line) => /guest/.test(line.message))).toBe(false);
  });

  test('a station without the authority invites nobody', async () => {
    const both = await makeSite('Desk 1', 'Desk 2');
    const station = await start(both.identities[1]);
    expect(problemOf(await station.lan.invite(1))).toBe('AuthorityElsewhere');
  });
});
