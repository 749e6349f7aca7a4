/** Everything that a peer, a guest or anybody on the network can have decoded here: any bytes, and real messages that were changed, cut or put together. */
import fc from 'fast-check';
import { encode } from '@msgpack/msgpack';
import { decode as decodePacket, encode as encodePacket } from 'dns-packet';
import { beforeAll, describe, expect, test } from 'vitest';
import { done } from '../../../main/contract/problem.ts';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import { createAuthority, issueStationCertificate, makeStationKeys, type Authority, type StationKeys } from '../../../main/lan/authority.ts';
import { openAuthorityCopy, writeAuthorityCopy } from '../../../main/lan/authorityCopy.ts';
import { decodeBase32, encodeBase32 } from '../../../main/lan/base32.ts';
import { checkStation, checkStationCertificate, expiryOf, isCertificateOf, publicKeyOf } from '../../../main/lan/certificate.ts';
import { encodeAnswer, encodeRequest, enrolmentAnswerSchema, enrolmentRequestSchema, proofOf, readMessage } from '../../../main/lan/enrolment-message.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../../main/lan/frames.ts';
import { createHandover } from '../../../main/lan/handover.ts';
import { decodeInvitationCode, encodeInvitationCode, fingerprintOf, invitationIdOf } from '../../../main/lan/invitation.ts';
import { answersFor, readAnswers } from '../../../main/lan/serviceRecords.ts';
import { decodeEvent } from '../../../main/ledger/encoding.ts';
import { readEvent } from '../../../main/ledger/readEvent.ts';
import { seal } from '../../../main/platform/primitives.ts';
import { writeChain } from '../../support/lan/foreignChain.ts';
import { createMemoryPapers, makeIdentity } from '../../support/lan/memorySite.ts';
import { quickTiming } from '../../support/lan/testStation.ts';
import { silentLog } from '../../support/ledger/testLedger.ts';
import { seedOf } from '../../support/random/seed.ts';

const seed = seedOf('decoders');
const noise = fc.uint8Array({ maxLength: 600 });

/** A real message of which bytes were changed, that was cut, repeated in part, or has something of another one in it. */
const mutated = (real: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> => {
  const change = fc.record({ how: fc.constantFrom('set', 'cut', 'insert', 'splice'), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }), more: fc.uint8Array({ minLength: 1, maxLength: 8 }), other: fc.nat() });
  return fc.tuple(fc.constantFrom(...real), fc.array(change, { minLength: 1, maxLength: 5 })).map(([first, changes]) =>
    changes.reduce<Uint8Array>((bytes, { how, at, value, more, other }) => {
      const place = at % (bytes.length + 1);
      if (how === 'set') return Uint8Array.from(bytes, (byte, index) => (index === place ? value : byte));
      if (how === 'cut') return bytes.subarray(0, place);
      if (how === 'insert') return Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)]);
      const from = real[other % real.length] ?? bytes;
      return Buffer.concat([bytes.subarray(0, place), from.subarray(other % (from.length + 1))]);
    }, first),
  );
};

const expectNoThrow = (real: readonly Uint8Array[], decode: (bytes: Uint8Array) => void, numRuns = 1_000): void => {
  fc.assert(fc.property(noise, decode), { seed, numRuns: numRuns / 2 });
  fc.assert(fc.property(mutated(real), decode), { seed, numRuns });
};

let authority: Authority;
let identity: StationIdentity;
let keys: StationKeys;
beforeAll(async () => {
  authority = await createAuthority();
  identity = await makeIdentity(authority, 'Desk 1', true);
  keys = await makeStationKeys();
});

describe('whatever a peer sends is refused or read, and never throws:', () => {
  test('frames of every type', () => {
    const { station } = identity;
    const records = [...writeChain(identity, ['one', 'two'])];
    const frames: readonly Frame[] = [
      { type: 'hello', versions: [1], site: 'Elm Library', station: station.id, have: new Map([[station.id, 7]]), stations: [station], addresses: new Map([[station.id, ['10.0.0.7:7411', '[fe80::1%eth0]:1']]]), listening: { host: '::1', port: 7411 } },
      { type: 'stations', stations: [station], addresses: new Map([[station.id, ['10.0.0.7:7411']]]) },
      { type: 'events', records },
      { type: 'alarm', records },
      { type: 'have', received: 3, have: new Map([[station.id, 7]]) },
      { type: 'events', records: records.map((record) => ({ ...record, key: new Uint8Array(60) })) },
      { type: 'keysWanted', keys: [{ subject: 'incident/00000000-0000-7000-8000-000000000001', id: 'ab'.repeat(8) }] },
      { type: 'keys', keys: [{ subject: 'incident/00000000-0000-7000-8000-000000000001', id: 'ab'.repeat(8), wrapped: new Uint8Array(60) }] },
      { type: 'heartbeat', at: 1, armed: true, attended: null, authority: true },
      { type: 'renewal', request: keys.request, possession: keys.possession },
      { type: 'renewed', certificate: station.certificate },
      { type: 'authority', number: 1, sealed: seal(identity.siteKey, 'any', authority.key) },
      { type: 'authorityAnswer', number: 1, taken: true },
    ];
    for (const frame of frames) expect(decodeFrame(encodeFrame(frame))).toMatchObject({ ok: true });
    expect(decodeFrame(encode({ type: 'stations', stations: [] }))).toEqual(done({ type: 'stations', stations: [], addresses: new Map() }));
    expectNoThrow(frames.map(encodeFrame), (bytes) => {
      const read = decodeFrame(bytes);
      // What was read is a frame: it can be said again.
      if (read.ok) encodeFrame(read.value);
    }, 3_000);
  });

  test('events', () => {
    expectNoThrow(writeChain(identity, ['one', 'two', 'ä€🔔']).map(({ bytes }) => bytes), (bytes) => {
      const event = decodeEvent(bytes);
      if (event !== null) readEvent(event, ({ body }) => body);
    }, 3_000);
  });

  test('certificates, and none that was changed passes for a station of the site', async () => {
    const { certificate } = identity.station;
    const issued = await issueStationCertificate(authority, { stationId: keys.id, request: keys.request });
    const real = [certificate, authority.certificate, issued.ok ? issued.value : certificate];
    expectNoThrow(real, (bytes) => {
      const checked = checkStationCertificate(authority.certificate, bytes);
      // Behind a whole certificate anything may stand: OpenSSL does not look at it.
      expect(!checked.ok || real.some((each) => Buffer.from(each).equals(Buffer.from(bytes.subarray(0, each.length))))).toBe(true);
      checkStationCertificate(bytes, certificate);
      checkStation(authority.certificate, { ...identity.station, certificate: bytes });
      expiryOf(bytes);
      publicKeyOf(bytes);
      isCertificateOf(authority.certificate, { certificate: bytes, tlsKey: identity.tlsKey }, identity.station.id);
    }, 1_000);
  });

  test('requests for a certificate', async () => {
    const decode = async (request: Uint8Array): Promise<void> => void (await issueStationCertificate(authority, { stationId: keys.id, request }));
    await fc.assert(fc.asyncProperty(noise, decode), { seed, numRuns: 50 });
    await fc.assert(fc.asyncProperty(mutated([keys.request]), decode), { seed, numRuns: 200 });
  });

  test('what a guest asks, and what it is answered', () => {
    const secret = new Uint8Array(10).fill(7);
    const request = encodeRequest({ invitation: invitationIdOf(secret), proof: proofOf(secret, keys.signingPublicKey, keys.request), request: keys.request, signingKey: keys.signingPublicKey, possession: keys.possession, name: 'Desk 2', place: 'Ground floor' });
    const answers = [
      encodeAnswer({ ok: true, certificate: identity.station.certificate, authorityCertificate: authority.certificate, siteKey: identity.siteKey, siteName: 'Elm Library', stations: [identity.station], addresses: new Map([[identity.station.id, ['10.0.0.7:1']]]) }),
      encodeAnswer({ ok: false, error: { type: 'CodeRefused', message: 'No.', remedy: 'Ask.' } }),
    ];
    expect(enrolmentRequestSchema.safeParse(readMessage(request)).success && answers.every((answer) => enrolmentAnswerSchema.safeParse(readMessage(answer)).success)).toBe(true);
    expectNoThrow([request], (bytes) => void enrolmentRequestSchema.safeParse(readMessage(bytes)));
    expectNoThrow(answers, (bytes) => void enrolmentAnswerSchema.safeParse(readMessage(bytes)));
  });

  test('invitation codes, typed or not', () => {
    const code = encodeInvitationCode({
      expires: 1_800_000_000_000,
      fingerprint: fingerprintOf(authority.certificate),
      secret: new Uint8Array(10).fill(7),
      addresses: [{ host: '10.0.0.7', port: 7411 }, { host: 'fe80::1%eth0', port: 1 }, { host: 'desk-1.local', port: 65_535 }],
    });
    const payload = decodeBase32(code);
    if (payload === null) throw new Error('It is base 32');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => void decodeInvitationCode(text)), { seed, numRuns: 500 });
    expectNoThrow([payload], (bytes) => {
      const read = decodeInvitationCode(encodeBase32(bytes));
      if (read.ok) encodeInvitationCode(read.value);
    });
    // A typing error is found.
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')), (at, letter) => {
        const place = at % code.length;
        if (code[place] === letter || code[place] === '-') return;
        expect(decodeInvitationCode(code.slice(0, place) + letter + code.slice(place + 1)).ok).toBe(false);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('answers of multicast DNS', () => {
    const packets = [false, true].map((leaving) => new Uint8Array(encodePacket({ type: 'response', answers: answersFor({ station: identity.station.id, site: 'feedfeedfeedfeed', port: 7411, hosts: ['10.0.0.7', '2001:db8::7'] }, leaving) })));
    expectNoThrow(packets, (bytes) => {
      let answers: readonly unknown[];
      try {
        answers = decodePacket(Buffer.from(bytes)).answers ?? [];
      } catch {
        // As multicast-dns itself deals with it.
        return;
      }
      for (const { addresses } of readAnswers(answers)) expect(addresses.length).toBeLessThanOrEqual(8);
    }, 3_000);
  });

  test('the authority on its way to another station, and nothing but its own key is taken', () => {
    const taken: Uint8Array[] = [];
    const papers = createMemoryPapers({ ...identity, authorityKey: null });
    const handover = createHandover({ papers: { ...papers, takeAuthority: (key, number) => (taken.push(key), papers.takeAuthority(key, number)) }, log: silentLog, timing: quickTiming, send: () => true });
    const sealed = seal(identity.siteKey, `quietbell authority 1 ${identity.station.id} 1`, authority.key);
    const wrong = seal(identity.siteKey, `quietbell authority 1 ${identity.station.id} 1`, identity.tlsKey);
    expectNoThrow([sealed, wrong], (bytes) => {
      if (!Buffer.from(bytes).equals(Buffer.from(sealed))) handover.take('f'.repeat(32), { type: 'authority', number: 1, sealed: bytes });
    });
    handover.take('f'.repeat(32), { type: 'authority', number: 2, sealed });
    expect(taken).toEqual([]);
    handover.take('f'.repeat(32), { type: 'authority', number: 1, sealed });
    expect(taken.map((key) => Buffer.from(key).toString('hex'))).toEqual([Buffer.from(authority.key).toString('hex')]);
  });

  test('the authority’s copy on paper', async () => {
    const page = new TextEncoder().encode(await writeAuthorityCopy(authority.key, 'a long passphrase'));
    const decode = async (bytes: Uint8Array): Promise<void> => {
      const opened = await openAuthorityCopy(Buffer.from(bytes).toString('utf8'), 'a long passphrase', authority.certificate);
      expect(!opened.ok || Buffer.from(opened.value).equals(Buffer.from(authority.key))).toBe(true);
    };
    await fc.assert(fc.asyncProperty(noise, decode), { seed, numRuns: 50 });
    // Those of which the code is whole cost a scrypt each.
    await fc.assert(fc.asyncProperty(mutated([page]), decode), { seed, numRuns: 10 });
  });
});
