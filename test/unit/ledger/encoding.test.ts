import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEvent, encodeEvent, noPredecessor, type EncodedEvent } from '../../../main/ledger/encoding.ts';
import { readEvent } from '../../../main/ledger/readEvent.ts';

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes });
const short = (longest: number) => fc.string({ maxLength: longest, unit: 'grapheme' }).filter((text) => Buffer.byteLength(text) <= longest);
const event = fc.record({
  origin: hex(16).map((bytes) => Buffer.from(bytes).toString('hex')),
  seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  wall: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
  counter: fc.integer({ min: 0, max: 0xffffffff }),
  previous: hex(32),
  kind: short(40),
  subject: short(80),
  seal: fc.constantFrom(0, 1),
  body: fc.uint8Array({ maxLength: 500 }),
});

describe('the encoding of an event', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(event, (original) => {
        const decoded = decodeEvent(encodeEvent(original));
        expect(decoded).toEqual({ ...original, previous: Buffer.from(original.previous), body: Buffer.from(original.body) });
      }),
    );
  });

  it('answers arbitrary and cut bytes with null and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeEvent(bytes)));
    fc.assert(
      fc.property(event, fc.nat(), (original, cut) => {
        const bytes = encodeEvent(original);
        expect(decodeEvent(bytes.subarray(0, cut % bytes.length))).toBeNull();
        expect(decodeEvent(Buffer.concat([bytes, Buffer.from([0])]))).toBeNull();
      }),
    );
  });

  it('leaves unread what it does not know: a kind of a newer program, a body that cannot be opened, a body that does not fit', () => {
    const openPlain = ({ seal, body }: EncodedEvent) => (seal === 0 ? body : null);
    const known = { origin: '00'.repeat(16), seq: 1, wall: 1, counter: 0, previous: noPredecessor, kind: 'RunEnded', subject: 'run/1', seal: 0, body: Buffer.from('{}') };
    expect(readEvent(known, openPlain)?.kind).toBe('RunEnded');
    expect(readEvent({ ...known, kind: 'SomethingNew' }, openPlain)).toBeNull();
    expect(readEvent({ ...known, kind: 'constructor' }, openPlain)).toBeNull();
    expect(readEvent({ ...known, seal: 1 }, openPlain)).toBeNull();
    expect(readEvent({ ...known, kind: 'StepTicked' }, openPlain)).toBeNull();
    expect(readEvent({ ...known, body: Buffer.from('{') }, openPlain)).toBeNull();
  });
});
