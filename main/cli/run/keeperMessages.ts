/**
 * What the keeper and the station's process say to each other over Node's channel between parent and child. Both ends parse what they receive.
 *
 * ```
 * keeper  → station   start, stop
 * station → keeper    up, alive, failed
 * ```
 */
import { z } from 'zod';
import { problemSchema } from '../../contract/index.ts';

/** Always first, once. It goes this way because arguments and environments can be read by others. */
const startSchema = z.strictObject({
  type: z.literal('start'),
  dataFolder: z.string(),
  listen: z.string().nullable(),
  host: z.enum(['browser', 'none']),
  /** The same after each restart, so that a window which is open finds its station again: port (0: any) and, in hex, the key of its sessions. */
  window: z.strictObject({ port: z.int().min(0).max(65_535), sessionKey: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export const toStationSchema = z.discriminatedUnion('type', [startSchema, z.strictObject({ type: z.literal('stop') })]);

export const factsSchema = z.strictObject({ station: z.string().nullable(), site: z.string().nullable(), listening: z.string().nullable(), window: z.string().nullable(), pid: z.int() });

export const fromStationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('up'), facts: factsSchema, windowPort: z.int().nullable() }),
  /** Every few seconds: a process that hangs is as dead as one that ended. */
  z.strictObject({ type: z.literal('alive') }),
  /** The station cannot start, for a reason that is no bug; it ends right after. */
  z.strictObject({ type: z.literal('failed'), problem: problemSchema }),
]);

export type StartStation = z.infer<typeof startSchema>;
export type StationFacts = z.infer<typeof factsSchema>;
export type ToStation = z.infer<typeof toStationSchema>;
export type FromStation = z.infer<typeof fromStationSchema>;
