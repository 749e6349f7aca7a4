import { z } from 'zod';
import { momentSchema, subjectIdSchema } from './common.ts';

/** Working alone at this station. */
export const aloneSchema = z.object({
  since: momentSchema,
  /** Who or what switched it on. */
  source: z.enum(['person', 'rota']),
  /** The person is asked from here on, without a word that others could read. */
  dueAt: momentSchema,
  /** Asked, and not answered yet. */
  due: z.boolean(),
});

/**
 * What the desk itself shows, beside alarms. A pedal can ask for the checklist or for the plain noticeboard: the window follows when the
 * moment is newer than the one it knew.
 */
export const deskSchema = z.object({
  alone: aloneSchema.nullable(),
  checklistAskedAt: momentSchema.nullable(),
  blankAskedAt: momentSchema.nullable(),
});
export type Desk = z.infer<typeof deskSchema>;

/**
 * A bound key or the spot went down or up at the window. `id` is that edge's own: sent twice it counts once, and an alarm that it raises is
 * named after it. Keys that the system hears for Electron have no release of their own: it is sent at once.
 */
export const edgeSchema = z.strictObject({ id: subjectIdSchema, binding: subjectIdSchema, pressed: z.boolean() });
export type Edge = z.infer<typeof edgeSchema>;
