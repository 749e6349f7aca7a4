import { z } from 'zod';
/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export declare const momentSchema: z.ZodISODateTime;
/** Identifiers of subjects are UUIDs, version 7 where the station makes them; they order by time of making. */
export declare const subjectIdSchema: z.ZodUUID;
/** A station is named after its signing key: the first 16 bytes of SHA-256 over the raw Ed25519 public key, lower-case hex. */
export declare const stationIdSchema: z.ZodString;
/** One line that a person typed: trimmed, never empty. */
export declare const lineSchema: (longest: number) => z.ZodString;
/** Free text that a person typed; may be empty. */
export declare const textSchema: (longest: number) => z.ZodString;
export declare const siteNameSchema: z.ZodString;
export declare const stationNameSchema: z.ZodString;
export declare const placeSchema: z.ZodString;
export declare const personNameSchema: z.ZodString;
/** Digits only, so that it can be typed on a number pad. */
export declare const pinSchema: z.ZodString;
/** A wording in two faces: what may be read over a shoulder, and what it means. */
export declare const wordingSchema: z.ZodObject<{
    discreet: z.ZodString;
    full: z.ZodString;
}, z.core.$strict>;
export type Wording = z.infer<typeof wordingSchema>;
