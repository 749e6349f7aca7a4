import { z } from 'zod';
import { subjectIdSchema } from '../common.ts';
import { erasureReasonSchema } from '../erasure.ts';
import { badgeNumberSchema, newStaffSchema, personRecordSchema, roleSchema, staffSchema } from '../staff.ts';
import { base, nothing } from './base.ts';

export const staffCalls = {
  /** Names and roles only, of those who can sign in. */
  list: base.output(z.array(staffSchema)),
  /** The same with what is set for each, and those who have left. */
  records: base.output(z.array(personRecordSchema)),
  add: base.input(newStaffSchema).output(staffSchema),
  /** Somebody cannot sign in any more; the name stays in what was written. `InputInvalid` for the last administrator. */
  remove: base.input(z.strictObject({ staff: subjectIdSchema })).output(nothing),
  /** Forgets somebody who has left, on every station: name, codes, badge. Records keep what they say. `InputInvalid` for whoever can still sign in. */
  erase: base.input(z.strictObject({ staff: subjectIdSchema, reason: erasureReasonSchema })).output(nothing),
  /** `InputInvalid` for the last administrator. */
  setRole: base.input(z.strictObject({ staff: subjectIdSchema, role: roleSchema })).output(nothing),
  /** For a PIN that was forgotten: good for one sign-in, at which the person chooses another one. */
  setPin: base.input(z.strictObject({ staff: subjectIdSchema, pin: newStaffSchema.shape.pin })).output(nothing),
  /** One's own, or anybody's for whoever may change people. It must not be the PIN. Null takes it away. */
  setDuressCode: base.input(z.strictObject({ staff: subjectIdSchema, code: newStaffSchema.shape.pin.nullable() })).output(nothing),
  /** One badge a person: another one takes its place, null takes it away. `BadgeTaken` when somebody else has it. */
  setBadge: base.input(z.strictObject({ staff: subjectIdSchema, number: badgeNumberSchema.nullable() })).output(nothing),
};
