import { Decoder, Encoder } from '@msgpack/msgpack';
import { z } from 'zod';
import { placeSchema, siteNameSchema, stationIdSchema, stationNameSchema, subjectIdSchema } from '../contract/common.ts';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import { sealBytes, type PartName } from '../core/attachment/parts.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import { newestProtocol } from '../core/site/protocol.ts';
import { partBytes } from '../contract/attachment.ts';
import { wrappedKeyLength, type EventRecord, type WrappedKey } from '../core/event/replica.ts';
import { fromHex, toHex } from '../platform/primitives.ts';
import { parseAddress } from './address.ts';

/** Versions of the protocol that this program speaks; README.md describes them. */
export const protocolVersions: readonly number[] = [1, newestProtocol];
/** Of the framing; which frames there are is settled by the versions in `hello`. */
export const subProtocol = 'quietbell.1';
export const mostFrameBytes = 1024 * 1024;
/** Their papers go along in one hello. */
export const mostStations = 1024;
const mostRecords = 4096;
const mostAddressesEach = 8;
/** Of the parts of one file. */
const mostPartNumber = 100_000;
/** Keys of subjects in one frame: so many are asked for, and folded anew, at once. */
export const mostKeys = 64;

export const bytesSchema = (least: number, most: number) =>
  z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.length >= least && bytes.length <= most, `must be ${least} to ${most} bytes`);

const recordSchema = z
  .tuple([stationIdSchema, z.int().min(1), bytesSchema(1, mostFrameBytes), bytesSchema(64, 64).nullable()])
  .transform(([origin, seq, bytes, signature]): EventRecord => ({ origin, seq, bytes, signature }));
const recordsSchema = z.array(recordSchema).min(1).max(mostRecords);
const wrappedKeySchema = bytesSchema(wrappedKeyLength, wrappedKeyLength);
/** Beside the records, in their order; a station of version 1 sends none and passes them over. */
const keysSchema = z.array(wrappedKeySchema.nullable()).max(mostRecords).default([]);
const recordsWithKeys = <Type extends 'events' | 'alarm'>(type: Type) =>
  z.object({ type: z.literal(type), records: recordsSchema, keys: keysSchema }).transform(({ records, keys }) => ({ type, records: records.map((record, index): EventRecord => ({ ...record, key: keys[index] ?? null })) }));
const subjectSchema = z.string().max(200);
const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/);
const partNameSchema = z.tuple([subjectIdSchema, z.int().min(0).max(mostPartNumber), bytesSchema(32, 32)]).transform(([attachment, number, address]): PartName => ({ attachment, number, address: toHex(address) }));

export const stationSchema = z.object({
  id: stationIdSchema,
  name: stationNameSchema,
  place: placeSchema,
  signingKey: bytesSchema(32, 32),
  certificate: bytesSchema(1, 4096),
});
export const stationsSchema = z.array(stationSchema).max(mostStations);

const addressSchema = z.string().max(300).refine((text) => parseAddress(text) !== null, 'must be host:port');

/** Addresses by station id. */
export const addressesSchema = z.record(stationIdSchema, z.array(addressSchema).max(mostAddressesEach)).transform(mapOf);
const versionVectorSchema = z.record(stationIdSchema, z.int().min(0)).transform(mapOf);

const frameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    versions: z.array(z.int()).max(16),
    site: siteNameSchema,
    station: stationIdSchema,
    have: versionVectorSchema,
    stations: stationsSchema,
    addresses: addressesSchema,
    listening: z.object({ host: z.string().max(253).nullable(), port: z.int().min(1).max(65_535) }).nullable(),
  }),
  // A station that does not know of the addresses passes them over.
  z.object({ type: z.literal('stations'), stations: stationsSchema, addresses: addressesSchema.default(() => new Map()) }),
  recordsWithKeys('events'),
  z.object({ type: z.literal('have'), received: z.int().min(0), have: versionVectorSchema }),
  recordsWithKeys('alarm'),
  z.object({ type: z.literal('heartbeat'), at: z.int().min(0), armed: z.boolean(), attended: z.boolean().nullable().default(null), authority: z.boolean().default(false) }),
  z.object({ type: z.literal('renewal'), request: bytesSchema(1, 2048), possession: bytesSchema(64, 64) }),
  z.object({ type: z.literal('renewed'), certificate: bytesSchema(1, 4096).nullable() }),
  z.object({ type: z.literal('authority'), number: z.int().min(1), sealed: bytesSchema(1, 1024) }),
  z.object({ type: z.literal('authorityAnswer'), number: z.int().min(1), taken: z.boolean() }),
  // from version 2 on
  z.object({ type: z.literal('keysWanted'), keys: z.array(z.tuple([subjectSchema, keyIdSchema]).transform(([subject, id]) => ({ subject, id }))).max(mostKeys) }),
  z.object({ type: z.literal('keys'), keys: z.array(z.tuple([subjectSchema, keyIdSchema, wrappedKeySchema]).transform(([subject, id, wrapped]): WrappedKey => ({ subject, id, wrapped }))).max(mostKeys) }),
  z.object({ type: z.literal('partWanted'), part: partNameSchema }),
  z.object({ type: z.literal('part'), part: partNameSchema, bytes: bytesSchema(sealBytes, partBytes + sealBytes).nullable() }),
]);

export type Frame = z.output<typeof frameSchema>;
export type HelloFrame = Extract<Frame, { type: 'hello' }>;

/** @throws RangeError when the frame would be larger than any peer takes; whoever fills frames keeps them small. */
export const encodeFrame = (frame: Frame): Uint8Array => {
  // A buffer that need not grow: a frame of events would otherwise be copied ten times. The encoder is not kept, since what it gives out lies in its buffer.
  const bytes = new Encoder({ initialBufferSize: sizeOf(frame) }).encodeSharedRef(wireForm(frame));
  if (bytes.length > mostFrameBytes) throw new RangeError(`A frame "${frame.type}" of ${bytes.length} bytes is too large to send`);
  return bytes;
};

/** @returns `PeerNotTrusted` for anything that is not one whole, well-formed frame; never throws. */
export const decodeFrame = (bytes: Uint8Array): Result<Frame> => {
  let value: unknown;
  try {
    value = decoder.decode(bytes);
  } catch {
    return unreadable('is not MessagePack');
  }
  const parsed = frameSchema.safeParse(value);
  return parsed.success ? done(parsed.data) : unreadable(`does not parse at "${parsed.error.issues[0]?.path.join('.') ?? ''}"`);
};

const decoder = new Decoder({
  maxStrLength: 4096,
  maxBinLength: mostFrameBytes,
  maxArrayLength: mostRecords,
  maxMapLength: mostStations,
  maxExtLength: 0,
  // The shared default keeps the keys it has seen; keys from the network shall not stay.
  keyDecoder: null,
});

/** About the bytes of a frame. */
const sizeOf = (frame: Frame): number => (frame.type === 'events' || frame.type === 'alarm' ? frame.records.reduce((bytes, record) => bytes + record.bytes.length + 256, 256) : 2048);

const wireForm = (frame: Frame): unknown => {
  switch (frame.type) {
    case 'hello':
      return { ...frame, have: Object.fromEntries(frame.have), addresses: Object.fromEntries(frame.addresses), stations: frame.stations.map(stationForm) };
    case 'stations':
      return { ...frame, addresses: Object.fromEntries(frame.addresses), stations: frame.stations.map(stationForm) };
    case 'have':
      return { ...frame, have: Object.fromEntries(frame.have) };
    case 'events':
    case 'alarm':
      return { ...frame, records: frame.records.map(({ origin, seq, bytes, signature }) => [origin, seq, bytes, signature]), keys: frame.records.map(({ key }) => key ?? null) };
    case 'keysWanted':
      return { ...frame, keys: frame.keys.map(({ subject, id }) => [subject, id]) };
    case 'keys':
      return { ...frame, keys: frame.keys.map(({ subject, id, wrapped }) => [subject, id, wrapped]) };
    case 'partWanted':
    case 'part':
      return { ...frame, part: [frame.part.attachment, frame.part.number, fromHex(frame.part.address)] };
    case 'heartbeat':
    case 'renewal':
    case 'renewed':
    case 'authority':
    case 'authorityAnswer':
      return frame;
  }
};

/** Named members only: a roster row may carry more, and none of that is to travel. */
const stationForm = ({ id, name, place, signingKey, certificate }: EnrolledStation): EnrolledStation => ({ id, name, place, signingKey, certificate });

function mapOf<Value>(values: Record<string, Value>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(values));
}

const unreadable = (what: string) => failed('PeerNotTrusted', `A frame ${what}.`, 'Use the same version of Quietbell on every station.');
