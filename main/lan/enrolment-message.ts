import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { placeSchema, siteNameSchema, stationNameSchema } from '../contract/common.ts';
import { problemSchema } from '../contract/problem.ts';
import { hmacSha256 } from '../platform/primitives.ts';
import { addressesSchema, bytesSchema, stationsSchema } from './frames.ts';

/** Goes into everything that is signed or proved while joining, so that none of it means anything elsewhere. */
export const enrolmentLabel: Uint8Array = Buffer.from('quietbell enrolment 1', 'ascii');

export const mostRequestBytes = 16 * 1024;
export const mostAnswerBytes = 1024 * 1024;

export const enrolmentRequestSchema = z.object({
  invitation: z.string().regex(/^[0-9a-f]{16}$/),
  proof: bytesSchema(32, 32),
  request: bytesSchema(1, 2048),
  signingKey: bytesSchema(32, 32),
  possession: bytesSchema(64, 64),
  name: stationNameSchema,
  place: placeSchema,
});
export type EnrolmentRequest = z.output<typeof enrolmentRequestSchema>;

export const enrolmentAnswerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    certificate: bytesSchema(1, 4096),
    authorityCertificate: bytesSchema(1, 4096),
    siteKey: bytesSchema(32, 32),
    siteName: siteNameSchema,
    stations: stationsSchema,
    addresses: addressesSchema,
  }),
  z.object({ ok: z.literal(false), error: problemSchema }),
]);
export type EnrolmentAnswer = z.output<typeof enrolmentAnswerSchema>;

/** HMAC-SHA-256 with the invitation's secret; the lengths of all but the last part are fixed, so the parts cannot run into each other. */
export const proofOf = (secret: Uint8Array, signingKey: Uint8Array, request: Uint8Array): Uint8Array => hmacSha256(secret, enrolmentLabel, signingKey, request);

export const encodeRequest = (request: EnrolmentRequest): Uint8Array => encode(request);

export const encodeAnswer = (answer: EnrolmentAnswer): Uint8Array =>
  encode(answer.ok ? { ...answer, addresses: Object.fromEntries(answer.addresses) } : answer);

/** What MessagePack makes of the bytes, for a schema to judge; undefined when they are none. */
export const readMessage = (bytes: Uint8Array): unknown => {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
};

