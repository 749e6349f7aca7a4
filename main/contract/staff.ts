import { z } from 'zod';
import { personNameSchema, pinSchema, subjectIdSchema } from './common.ts';

export const roleSchema = z.enum(['desk', 'supervisor', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

export const staffSchema = z.object({ id: subjectIdSchema, name: personNameSchema, role: roleSchema });
export type Staff = z.infer<typeof staffSchema>;

export const newStaffSchema = z.strictObject({ name: personNameSchema, role: roleSchema, pin: pinSchema });

/** Who is signed in at this window; null when nobody is. Triggers work either way. */
export const sessionSchema = z.object({ staff: staffSchema.nullable() });
export type Session = z.infer<typeof sessionSchema>;
