import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { subjectIdSchema } from '../common.ts';
import { windowLanguageSchema } from '../language.ts';
import { badgeAnswerSchema, badgeNumberSchema, newStaffSchema, sessionSchema, staffSchema } from '../staff.ts';
import { base, nothing } from './base.ts';

/** The language that was chosen on the way in, to be kept with the person; left out where nobody chose. */
const chosen = { language: windowLanguageSchema.optional() };

export const sessionCalls = {
  watch: base.output(eventIterator(sessionSchema)),
  /** Who may sign in, in the order of the tiles: those on today's rota here first, then those who were here last, then by name. */
  people: base.output(z.array(staffSchema)),
  /** Wrong PINs slow down and then lock for a while: `PinWrong`, `SignInLocked`. */
  signIn: base.input(z.strictObject({ staff: subjectIdSchema, pin: z.string().max(64), ...chosen })).output(sessionSchema),
  /** `BadgeUnknown`, which counts like a wrong PIN; `SignInLocked`. */
  signInWithBadge: base.input(z.strictObject({ number: badgeNumberSchema, ...chosen })).output(badgeAnswerSchema),
  signOut: base.output(nothing),
  /** The language in which whoever is signed in reads the window, at every desk; null: in that of the desk. */
  chooseLanguage: base.input(z.strictObject({ language: windowLanguageSchema.nullable() })).output(nothing),
  /** One's own PIN: the present one first. `PinWrong`, `SignInLocked`. */
  changePin: base.input(z.strictObject({ pin: z.string().max(64), newPin: newStaffSchema.shape.pin })).output(nothing),
};
