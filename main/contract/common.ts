import { z } from 'zod';

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const momentSchema = z.iso.datetime({ precision: 3 });

/** Identifiers of subjects are UUIDs, version 7 where the station makes them; they order by time of making. */
export const subjectIdSchema = z.uuid();

/** A station is named after its signing key: the first 16 bytes of SHA-256 over the raw Ed25519 public key, lower-case hex. */
export const stationIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** A name that other things refer to: lower-case words with hyphens. It never changes meaning. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens').max(60);

/** One line that a person typed: trimmed, never empty. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'Please fill this in')
    .max(longest, `Please keep this under ${longest} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'Please leave out control characters');

/** Free text that a person typed; may be empty. */
export const textSchema = (longest: number) => z.string().max(longest, `Please keep this under ${longest} characters`);

export const siteNameSchema = lineSchema(80);
export const stationNameSchema = lineSchema(40);
export const placeSchema = lineSchema(80);
export const personNameSchema = lineSchema(80);

/** Digits only, so that it can be typed on a number pad. */
export const pinSchema = z.string().regex(/^\d{4,12}$/, 'A PIN has 4 to 12 digits');

/** A language as BCP 47 writes it: `en`, `de`, `pt-BR`. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'Write a language as en, de or pt-BR');

/** Protects a key on paper against whoever finds the page: long rather than odd. */
export const passphraseSchema = z.string().min(12, 'must have at least 12 characters').max(200);
