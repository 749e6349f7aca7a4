/**
 * Whatever comes in at the port of the other stations, from a stranger or from a station that went bad, ends neither the station nor its alarms. The
 * attacked station keeps a real ledger. A rejection or exception that nobody handles fails a run of vitest by itself.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { StationIdentity } from '../../main/core/site/identity.ts';
import { encodeFrame } from '../../main/lan/frames.ts';
import { createLan } from '../../main/lan/lan.ts';
import type { Lan } from '../../main/core/site/lan.ts';
import { seal } from '../../main/platform/primitives.ts';
import { openTestLedger, type TestLedger } from '../support/ledger/testLedger.ts';
import { closed, linkAs, politeHello, throwBytes } from '../support/lan/foreignPeer.ts';
import { createMemoryParts } from '../support/lan/memoryParts.ts';
import { createMemoryInvitations, createMemoryLog, createMemoryPapers, makeSite, type MemoryLog } from '../support/lan/memorySite.ts';
import { quickTiming } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';

/** Nobody is left alone for a while: the next attempt comes at once. */
const unforgiving = { ...quickTiming, silence: 5_000, quarantine: 0, close: 20 };

interface Desk {
  readonly id: string;
  readonly lan: Lan;
  readonly ledger: TestLedger;
  readonly log: MemoryLog;
  readonly address: string;
}

const startDesk = async (identity: StationIdentity, others: readonly StationIdentity[], fixedAddresses: readonly string[]): Promise<Desk> => {
  const ledger = openTestLedger(identity, others, { now: Date.now });
  const log = createMemoryLog();
  const lan = createLan(
    {
      papers: createMemoryPapers(identity),
      replica: { ...ledger.ledger, accept: ledger.ledger.acceptGradually },
      parts: createMemoryParts(),
      roster: ledger.ledger.local.roster,
      invitations: createMemoryInvitations(),
      clock: { now: Date.now },
      log,
      listen: '127.0.0.1:0',
      fixedAddresses,
      discover: false,
      isRetired: () => false,
      siteName: () => 'Central Library',
      armed: () => true,
      attended: () => true,
      onEnrolled: () => {},
    },
    unforgiving,
  );
  const started = await lan.start();
  if (!started.ok) throw new Error(started.error.message);
  return { id: identity.station.id, lan, ledger, log, address: started.value.listening };
};

let attacked: Desk;
let colleague: Desk;
let bad: StationIdentity;

beforeAll(async () => {
  const { identities } = await makeSite('Desk 1', 'Desk 2', 'Desk 3');
  const [own, other, third] = identities;
  if (own === undefined || other === undefined || third === undefined) throw new Error('The site is too small');
  bad = third;
  attacked = await startDesk(own, [other, third], []);
  colleague = await startDesk(other, [own, third], [attacked.address]);
  await until('they are connected', () => areConnected(attacked, colleague) && areConnected(colleague, attacked));
});
afterAll(async () => {
  for (const desk of [colleague, attacked]) {
    await desk.lan.stop();
    desk.ledger.close();
  }
});

const areConnected = (desk: Desk, other: Desk): boolean => desk.lan.links().some(({ station, connected }) => station === other.id && connected);

let calls = 0;
const call = (from: Desk): string => {
  calls += 1;
  const subject = `alarm/00000000-0000-7000-8000-${String(calls).padStart(12, '0')}`;
  from.ledger.ledger.appendUrgently([{ kind: 'AlarmReceived', subject, body: { station: 'Desk' } }], (records) => void from.lan.sendAlarm(records));
  return subject;
};
/** Whether a call goes either way, as before, over the link that was there before. Throws when it does not. */
const callsGetThrough = async (): Promise<boolean> => {
  const linked = areConnected(attacked, colleague) && areConnected(colleague, attacked);
  for (const [from, to] of [[attacked, colleague], [colleague, attacked]] as const) {
    const subject = call(from);
    await until('the other one has it', () => to.ledger.ledger.eventsOf(subject).length > 0);
  }
  return linked && !attacked.log.lines.some(({ level }) => level === 'error');
};

const bytes = fc.uint8Array({ maxLength: 2_000 });
const anyId = fc.oneof(fc.constant(''), fc.string({ maxLength: 40 }), fc.constantFrom('0'.repeat(32), 'f'.repeat(32)), fc.constant('own'));
const anyNumber = fc.oneof(fc.integer(), fc.double(), fc.constant(Number.MAX_SAFE_INTEGER));
const anyRecord = fc.tuple(anyId, anyNumber, bytes, fc.oneof(fc.constant(null), fc.uint8Array({ minLength: 64, maxLength: 64 }), bytes));
/** Near misses: the right members with any content, which is what gets furthest in. */
const nearFrame = fc.oneof(
  fc.record({ type: fc.constantFrom('events', 'alarm'), records: fc.array(anyRecord, { maxLength: 5 }) }),
  fc.record({ type: fc.constant('have'), received: anyNumber, have: fc.dictionary(anyId, anyNumber) }),
  fc.record({ type: fc.constant('heartbeat'), at: anyNumber, armed: fc.anything(), attended: fc.anything() }),
  fc.record({ type: fc.constant('stations'), stations: fc.array(fc.record({ id: anyId, name: fc.string(), place: fc.string(), signingKey: bytes, certificate: bytes }), { maxLength: 3 }) }),
  fc.record({ type: fc.constant('hello'), versions: fc.array(anyNumber), site: fc.string(), station: anyId, have: fc.dictionary(anyId, anyNumber), stations: fc.array(fc.anything()), addresses: fc.dictionary(anyId, fc.array(fc.string())), listening: fc.anything() }),
);

const encodeAnything = (value: unknown): Uint8Array => {
  try {
    return encode(value);
  } catch {
    // MessagePack has no word for it (a symbol, a function).
    return encode(null);
  }
};

/** Says hello or not, sends what it has, and goes. */
const misbehave = async (messages: readonly Uint8Array[], polite: boolean): Promise<void> => {
  const link = await linkAs(bad, attacked.address);
  if (polite) link.send(politeHello(bad));
  for (const message of messages) if (link.readyState === WebSocket.OPEN) link.send(message);
  await turn();
  link.close();
  await closed(link);
};

// Fixed so that a failure can be looked at again; QUIETBELL_SEED tries another.
const seed = Number(process.env['QUIETBELL_SEED'] ?? 20_261_124);
const check = async (numRuns: number, property: fc.IAsyncProperty<unknown>): Promise<void> => {
  console.info(`seed ${seed}`);
  await fc.assert(property, { seed, numRuns, endOnFailure: true });
};

describe('the port of the other stations', () => {
  test.each(['TCP', 'TLS'] as const)('outlives any bytes of a stranger over %s', async (within) => {
    await check(60, fc.asyncProperty(bytes, (thrown) => throwBytes(attacked.address, thrown, within)));
    expect(await callsGetThrough()).toBe(true);
  });

  test('outlives any bytes of a station that went bad', async () => {
    await check(60, fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 4 }), fc.boolean(), misbehave));
    expect(await callsGetThrough()).toBe(true);
  });

  test('outlives any MessagePack of a station that went bad', async () => {
    await check(100, fc.asyncProperty(fc.array(fc.oneof(nearFrame, fc.anything()).map(encodeAnything), { minLength: 1, maxLength: 4 }), fc.boolean(), misbehave));
    expect(await callsGetThrough()).toBe(true);
  });

  test('outlives frames that parse and whose records are nonsense, also those that claim to be its own or a colleague’s', async () => {
    const origin = fc.constantFrom(bad.station.id, colleague.id, attacked.id);
    const record = fc.record({ origin, seq: fc.integer({ min: 1, max: 50 }), bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }), signature: fc.option(fc.uint8Array({ minLength: 64, maxLength: 64 })) });
    const frame = fc.record({ type: fc.constantFrom('events' as const, 'alarm' as const), records: fc.array(record, { minLength: 1, maxLength: 6 }) }).map(encodeFrame);
    await check(80, fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 4 }), (frames) => misbehave(frames, true)));
    expect(await callsGetThrough()).toBe(true);
    expect(await attacked.ledger.ledger.verify()).toMatchObject({ ok: true });
  });

  test('outlives papers that are nonsense, and neither gives a certificate nor takes the authority for them', async () => {
    const noise = fc.uint8Array({ minLength: 1, maxLength: 300 });
    const number = fc.integer({ min: 1, max: 3 });
    const sealed = fc.tuple(noise, number).map(([plain, of]) => seal(bad.siteKey, `quietbell authority 1 ${attacked.id} ${of}`, plain));
    const frame = fc
      .oneof(
        fc.record({ type: fc.constant('renewal' as const), request: noise, possession: fc.uint8Array({ minLength: 64, maxLength: 64 }) }),
        fc.record({ type: fc.constant('renewed' as const), certificate: fc.option(noise) }),
        fc.record({ type: fc.constant('authority' as const), number, sealed: fc.oneof(noise, sealed) }),
        fc.record({ type: fc.constant('authorityAnswer' as const), number, taken: fc.boolean() }),
      )
      .map(encodeFrame);
    await check(60, fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 4 }), (frames) => misbehave(frames, true)));
    expect(await callsGetThrough()).toBe(true);
    expect(attacked.log.lines.filter(({ message }) => message === 'a certificate was renewed' || message === 'the certificate of this station was renewed')).toEqual([]);
    await until('it was warned of', () => attacked.log.lines.some(({ message }) => message === 'a station sent what is not the key of the authority'));
  });

  test('cuts off a station that floods it, says so, and hears the others meanwhile', async () => {
    const link = await linkAs(bad, attacked.address);
    link.send(politeHello(bad));
    const heartbeat = encodeFrame({ type: 'heartbeat', at: Date.now(), armed: true, attended: null, authority: false });
    for (let sent = 0; sent < 30_000 && link.readyState === WebSocket.OPEN; sent += 1) {
      link.send(heartbeat);
      if (sent % 1_000 === 0) await turn();
    }
    await until('it is cut off', () => attacked.log.lines.some(({ level, facts }) => level === 'warn' && /far more than/.test(JSON.stringify(facts))));
    expect(await callsGetThrough()).toBe(true);
    link.terminate();
  });
});
