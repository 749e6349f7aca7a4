import { z } from 'zod';
import { momentSchema, stationIdSchema, subjectIdSchema } from './common.ts';

/** The chain of one station, as this station holds it. Everything binary is lower-case hex. */
export const chainSchema = z.object({
  station: stationIdSchema,
  name: z.string(),
  place: z.string(),
  /** Raw Ed25519 public key. */
  signingKey: z.string(),
  /** SHA-256 over its X.509 certificate (DER), which names the key's hash and was issued by the site's authority. */
  certificateFingerprint: z.string(),
  events: z.int(),
  /** The hash of the last event, and the station's signature of it, which vouches for all before it. Null while nothing of it has arrived. */
  head: z.object({ seq: z.int(), hash: z.string(), signature: z.string() }).nullable(),
});

/** One event as this station learned of it. */
export const tracedEventSchema = z.object({
  /** The how many-th event that this station learned of, and when, by its own clock; null for one that is older than such notes. */
  arrival: z.int(),
  learnedAt: momentSchema.nullable(),
  origin: stationIdSchema,
  seq: z.int(),
  /** By the clock of the station that wrote it. */
  writtenAt: momentSchema,
  kind: z.string(),
  subject: z.string(),
  /** SHA-256 over the event's encoding, and the number of the event whose signature vouches for it. */
  hash: z.string(),
  signedBy: z.int().nullable(),
  /** Whether somebody may read it: `read`, `erased` (its key was destroyed), or `unread` (a kind of a newer program, or a key that has not arrived). */
  state: z.enum(['read', 'erased', 'unread']),
  /** Whoever was signed in where it was written, by name at that time. */
  staff: z.string().nullable(),
  /** What was written; null unless it was asked for a record, and where it cannot be read. */
  body: z.unknown(),
});

export const traceSchema = z.strictObject({
  /** Everything about this record: with the alarm that it grew out of and the walks that belong to it, and what was written of each. Null: every event of the site, without what was written. */
  incident: subjectIdSchema.nullable(),
  /** Behind the how many-th event. */
  after: z.int().min(0).default(0),
});

/** What a verification is about: who the stations are, and how far the chain of each goes. */
export const evidenceSchema = z.object({
  site: z.string(),
  /** The station that makes the report. */
  station: stationIdSchema,
  at: momentSchema,
  authorityFingerprint: z.string(),
  chains: z.array(chainSchema),
});

export type Chain = z.infer<typeof chainSchema>;
export type TracedEvent = z.infer<typeof tracedEventSchema>;
export type Trace = z.output<typeof traceSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
