import { z } from 'zod';
import { windowLanguageSchema } from '../contract/language.ts';
import { exportFormatSchema, recordsDocumentSchema } from '../contract/export.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The content of a file of a record, and what its sealed parts have besides: nonce and tag of each, hex. */
const contentSchema = z.object({ attachment: z.string(), bytes, seals: z.array(z.object({ nonce: z.string(), tag: z.string() })) });

const provenEventSchema = z.object({
  origin: z.string(),
  seq: z.number(),
  wall: z.number(),
  kind: z.string(),
  subject: z.string(),
  hash: z.string(),
  signature: z.string().nullable(),
  signedBy: z.number().nullable(),
  part: z.enum(['asked', 'between']),
  bytes: bytes.nullable(),
  key: z.object({ id: z.string(), key: z.string() }).nullable(),
  state: z.enum(['read', 'erased', 'unread']),
  holds: z.boolean(),
});

/** What a station hands to the thread that makes files: everything that is to stand in one. */
export const exportOrderSchema = z.object({
  format: exportFormatSchema,
  /** Its reader's. */
  language: windowLanguageSchema,
  document: recordsDocumentSchema,
  contents: z.array(contentSchema),
  /** For a bundle. */
  proof: z
    .object({
      events: z.array(provenEventSchema),
      stations: z.array(z.object({ id: z.string(), name: z.string(), signingKey: bytes, certificate: bytes })),
      authority: bytes,
      /** The station that makes the bundle, and its key (PKCS #8 DER): it signs the list of what is in it. */
      maker: z.string(),
      signingKey: bytes,
    })
    .nullable(),
});

export type ExportOrder = z.infer<typeof exportOrderSchema>;
export type FileContent = z.infer<typeof contentSchema>;
