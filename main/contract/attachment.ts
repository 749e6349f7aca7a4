import { z } from 'zod';
import { momentSchema, subjectIdSchema, textSchema } from './common.ts';

/** A file travels and is kept in parts of this many bytes, so that an alarm never waits long behind one. */
export const partBytes = 128 * 1024;
export const mostAttachmentBytes = 25 * 1000 * 1000;
export const mostThumbnailBytes = 32 * 1024;
/** The number of the thumbnail among the parts; those of the file itself count from 1. */
export const thumbnailPart = 0;

/** The subject that a file belongs to. Those of a person are for whoever reads files on people; the one picture that a desk is shown comes another way (`person.cardPhoto`). */
export const ownerSchema = z.string().regex(/^(incident|person)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a record or a person');

export const partsOf = (size: number): number => Math.ceil(size / partBytes);

/** Bytes as the contract carries them. */
const base64Schema = z
  .string()
  .max(Math.ceil(partBytes / 3) * 4)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64');

export const beginAttachmentSchema = z.strictObject({
  id: subjectIdSchema,
  owner: ownerSchema,
  /** As the file was called; it is cleaned, and says nothing of what is in it. */
  name: z.string().max(1000),
  /** Bytes. */
  size: z.int().min(0),
  /** Only supervisors and administrators may open it, and each look is written down: the original of a picture in which somebody was made unrecognisable. */
  restricted: z.boolean().default(false),
});

export const putPartSchema = z.strictObject({ id: subjectIdSchema, number: z.int().min(0).max(partsOf(mostAttachmentBytes)), bytes: base64Schema });
export const partSchema = z.object({ bytes: base64Schema });
/** So many parts of the file, from the first on, are here already. */
export const uploadedSchema = z.object({ received: z.int() });

const personAndPlace = { at: momentSchema, station: z.string(), staff: z.string().nullable() };

export const attachmentSchema = z.object({
  id: subjectIdSchema,
  owner: ownerSchema,
  name: z.string(),
  /** What its bytes are, for example `image/jpeg`; never taken from its name. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  ...personAndPlace,
  restricted: z.boolean(),
  /** The last look at one that is restricted. */
  opened: z.object(personAndPlace).nullable(),
  /** The media type of its thumbnail, which is read as part 0. */
  thumbnail: z.string().nullable(),
  /** How much of it is at this station; the rest is on its way from another. */
  parts: z.object({ here: z.int(), of: z.int() }),
  /** Somebody took it out of what is shown; it stands beside all the same. */
  removed: z.object({ ...personAndPlace, reason: z.string() }).nullable(),
});

export const removeAttachmentSchema = z.strictObject({ id: subjectIdSchema, reason: textSchema(500).min(1, 'Please say why') });

export type Attachment = z.infer<typeof attachmentSchema>;
export type BeginAttachment = z.output<typeof beginAttachmentSchema>;
