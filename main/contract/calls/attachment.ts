import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { attachmentSchema, beginAttachmentSchema, ownerSchema, partSchema, putPartSchema, removeAttachmentSchema, uploadedSchema } from '../attachment.ts';
import { subjectIdSchema } from '../common.ts';
import { base, nothing, byId } from './base.ts';

export const attachmentCalls = {
  /** The files of a record or person, the oldest first; also those that were removed. */
  list: base.input(z.strictObject({ owner: ownerSchema })).output(z.array(attachmentSchema)),
  watch: base.input(z.strictObject({ owner: ownerSchema })).output(eventIterator(z.array(attachmentSchema))),
  /** Begins a file, or goes on with one of the same id. `AttachmentRefused`, `AttachmentUnwritable`. */
  begin: base.input(beginAttachmentSchema).output(uploadedSchema),
  /** Part 0 is the thumbnail, the others count from 1 and have `partBytes` bytes each but the last. What is here already is passed over. */
  put: base.input(putPartSchema).output(uploadedSchema),
  /** All parts are there: the file belongs to its owner from now on, on every station. `AttachmentIncomplete`, `AttachmentRefused`. */
  finish: base.input(byId).output(attachmentSchema),
  cancel: base.input(byId).output(nothing),
  /** `AttachmentIncomplete` while the part is not here. */
  read: base.input(z.strictObject({ id: subjectIdSchema, number: z.int().min(0) })).output(partSchema),
  /** From a draft it is erased; what was filed keeps it, marked as removed. */
  remove: base.input(removeAttachmentSchema).output(nothing),
};
