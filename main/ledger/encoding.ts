/**
 * The one encoding of an event: what is hashed, stored and sent. Integers are big-endian.
 *
 * | bytes | field |
 * | --- | --- |
 * | 1 | version of this encoding, 1 |
 * | 16 | origin: station id |
 * | 8 | sequence number, from 1 |
 * | 8 | wall clock, milliseconds since the epoch |
 * | 4 | counter within the millisecond |
 * | 32 | SHA-256 of the predecessor from the same origin; zeros before the first |
 * | 1 + n | kind: length, UTF-8 |
 * | 2 + n | subject: length, UTF-8 |
 * | 1 | seal: 0, the body is plain JSON; 1, it is sealed under a key of its subject (`sealedBody.ts`) |
 * | 4 + n | body: length, bytes |
 */
import { fromHex, toHex } from '../platform/primitives.ts';

/** An event as it is encoded. `body` is kept as bytes, so that what cannot be read yet can still be hashed and handed on. */
export interface EncodedEvent {
  readonly origin: string;
  readonly seq: number;
  readonly wall: number;
  readonly counter: number;
  readonly previous: Uint8Array;
  readonly kind: string;
  readonly subject: string;
  readonly seal: number;
  readonly body: Uint8Array;
}

export const longestBody = 256 * 1024;
export const hashLength = 32;
const version = 1;
const headLength = 1 + 16 + 8 + 8 + 4 + hashLength;

export const encodeEvent = (event: EncodedEvent): Uint8Array => {
  const kind = Buffer.from(event.kind, 'utf8');
  const subject = Buffer.from(event.subject, 'utf8');
  const bytes = Buffer.alloc(headLength + 1 + kind.length + 2 + subject.length + 1 + 4 + event.body.length);
  let at = bytes.writeUInt8(version, 0);
  at += Buffer.from(event.origin, 'hex').copy(bytes, at);
  at = bytes.writeBigUInt64BE(BigInt(event.seq), at);
  at = bytes.writeBigUInt64BE(BigInt(event.wall), at);
  at = bytes.writeUInt32BE(event.counter, at);
  bytes.set(event.previous, at);
  at = bytes.writeUInt8(kind.length, at + hashLength);
  at += kind.copy(bytes, at);
  at = bytes.writeUInt16BE(subject.length, at);
  at += subject.copy(bytes, at);
  at = bytes.writeUInt8(event.seal, at);
  at = bytes.writeUInt32BE(event.body.length, at);
  bytes.set(event.body, at);
  return bytes;
};

/** Null for anything that is not exactly one well-formed event. Never throws. */
export const decodeEvent = (encoded: Uint8Array): EncodedEvent | null => {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  if (bytes.length < headLength + 1 || bytes[0] !== version) return null;
  const kindEnd = headLength + 1 + bytes.readUInt8(headLength);
  if (bytes.length < kindEnd + 2) return null;
  const subjectEnd = kindEnd + 2 + bytes.readUInt16BE(kindEnd);
  if (bytes.length < subjectEnd + 5) return null;
  const bodyLength = bytes.readUInt32BE(subjectEnd + 1);
  if (bodyLength > longestBody || bytes.length !== subjectEnd + 5 + bodyLength) return null;
  const seq = bytes.readBigUInt64BE(17);
  const wall = bytes.readBigUInt64BE(25);
  const kind = utf8(bytes.subarray(headLength + 1, kindEnd));
  const subject = utf8(bytes.subarray(kindEnd + 2, subjectEnd));
  if (seq < 1n || seq > largest || wall > latest || kind === null || subject === null) return null;
  return {
    origin: toHex(bytes.subarray(1, 17)),
    seq: Number(seq),
    wall: Number(wall),
    counter: bytes.readUInt32BE(33),
    previous: bytes.subarray(37, 37 + hashLength),
    kind,
    subject,
    seal: bytes.readUInt8(subjectEnd),
    body: bytes.subarray(subjectEnd + 5),
  };
};

const largest = BigInt(Number.MAX_SAFE_INTEGER);
/** The last moment that a JavaScript date can hold. */
const latest = 8_640_000_000_000_000n;
const decoder = new TextDecoder('utf-8', { fatal: true });

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

export const noPredecessor: Uint8Array = fromHex('00'.repeat(hashLength));
