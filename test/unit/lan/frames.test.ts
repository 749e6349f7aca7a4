import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrame, encodeFrame, mostFrameBytes } from '../../../main/lan/frames.ts';
import type { Frame } from '../../../main/lan/frames.ts';

const stationId = fc.stringMatching(/^[0-9a-f]{32}$/);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const number = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const record = fc.record({ origin: stationId, seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }), signature: fc.option(bytes(64)), key: fc.option(bytes(60)) });
const records = fc.array(record, { minLength: 1, maxLength: 10 });
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,30}$/);
const station = fc.record({ id: stationId, name, place: name, signingKey: bytes(32), certificate: fc.uint8Array({ minLength: 1, maxLength: 600 }) });
const stations = fc.array(station, { maxLength: 5 });
const vector = fc.array(fc.tuple(stationId, number), { maxLength: 5 }).map((entries) => new Map(entries));
const addresses = fc.array(fc.tuple(stationId, fc.array(fc.constantFrom('10.0.0.7:7411', '[::1]:1', 'desk-2.local:80'), { maxLength: 3 })), { maxLength: 3 }).map((entries) => new Map(entries));
const keyId = fc.stringMatching(/^[0-9a-f]{16}$/);
const part = fc.record({ attachment: fc.uuid(), number: fc.integer({ min: 0, max: 100_000 }), address: fc.stringMatching(/^[0-9a-f]{64}$/) });
const port = fc.integer({ min: 1, max: 65_535 });

const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    type: fc.constant('hello' as const),
    versions: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
    site: name,
    station: stationId,
    have: vector,
    stations,
    addresses,
    listening: fc.option(fc.record({ host: fc.option(fc.ipV4()), port })),
  }),
  fc.record({ type: fc.constant('stations' as const), stations, addresses }),
  fc.record({ type: fc.constantFrom('events' as const, 'alarm' as const), records }),
  fc.record({ type: fc.constant('have' as const), received: number, have: vector }),
  fc.record({ type: fc.constant('heartbeat' as const), at: number, armed: fc.boolean(), attended: fc.option(fc.boolean()), authority: fc.boolean() }),
  fc.record({ type: fc.constant('renewal' as const), request: fc.uint8Array({ minLength: 1, maxLength: 300 }), possession: bytes(64) }),
  fc.record({ type: fc.constant('renewed' as const), certificate: fc.option(fc.uint8Array({ minLength: 1, maxLength: 600 })) }),
  fc.record({ type: fc.constant('authority' as const), number: fc.integer({ min: 1, max: 1000 }), sealed: fc.uint8Array({ minLength: 1, maxLength: 300 }) }),
  fc.record({ type: fc.constant('keysWanted' as const), keys: fc.array(fc.record({ subject: name, id: keyId }), { maxLength: 5 }) }),
  fc.record({ type: fc.constant('keys' as const), keys: fc.array(fc.record({ subject: name, id: keyId, wrapped: bytes(60) }), { maxLength: 5 }) }),
  fc.record({ type: fc.constant('partWanted' as const), part }),
  fc.record({ type: fc.constant('part' as const), part, bytes: fc.option(fc.uint8Array({ minLength: 28, maxLength: 300 })) }),
  fc.record({ type: fc.constant('authorityAnswer' as const), number: fc.integer({ min: 1, max: 1000 }), taken: fc.boolean() }),
);

describe('a frame', () => {
  test('says the same at the other end', () => {
    fc.assert(
      fc.property(frame, (original) => {
        expect(decodeFrame(encodeFrame(original))).toEqual({ ok: true, value: original });
      }),
    );
  });

  test('of a station of version 1 brings events without keys', () => {
    const plain = { origin: 'ab'.repeat(16), seq: 1, bytes: new Uint8Array([1]), signature: null };
    expect(decodeFrame(encode({ type: 'events', records: [Object.values(plain)] }))).toEqual({ ok: true, value: { type: 'events', records: [{ ...plain, key: null }] } });
  });

  test('of any bytes at all is refused or read, and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => typeof decodeFrame(noise).ok === 'boolean'), { numRuns: 2_000 });
  });

  test('with any byte changed is refused or read, and never throws', () => {
    fc.assert(
      fc.property(frame, fc.nat(), fc.integer({ min: 0, max: 255 }), (original, place, value) => {
        const damaged = Uint8Array.from(encodeFrame(original));
        damaged[place % damaged.length] = value;
        expect(typeof decodeFrame(damaged).ok).toBe('boolean');
      }),
      { numRuns: 1_000 },
    );
  });

  test('that is any other MessagePack value is refused', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !decodeFrame(encode(value)).ok));
  });

  test('may hold members that this version does not know', () => {
    expect(decodeFrame(encode({ type: 'heartbeat', at: 1, armed: true, attended: true, mood: 'fine' }))).toEqual({ ok: true, value: { type: 'heartbeat', at: 1, armed: true, attended: true, authority: false } });
  });

  test('is not made larger than a peer would take', () => {
    const record = { origin: '0'.repeat(32), seq: 1, bytes: new Uint8Array(mostFrameBytes), signature: null };
    expect(() => encodeFrame({ type: 'events', records: [record] })).toThrow(RangeError);
  });
});
