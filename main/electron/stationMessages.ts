/**
 * What the main process and the station's process say to each other over `process.parentPort`. Both ends parse what they
 * receive: they are built together, but a border is a border, and a half-updated installation should say so.
 *
 * ```
 * main    → station   start, edge, window-port (with a MessagePort), close
 * station → main      ready, bindings, heard, failed, closed
 * ```
 */
import { z } from 'zod';
import { bindingSchema, edgeSchema, problemSchema } from '../contract/index.ts';

/** Always first, once. */
export const startSchema = z.strictObject({
  type: z.literal('start'),
  dataFolder: z.string(),
  /** 32 bytes, or null: the station keeps a key file of its own. It goes this way because arguments and environments can be read by others. */
  databaseKey: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array).nullable(),
  listen: z.string().nullable(),
  hostFindings: z.array(z.strictObject({ subject: z.string(), message: z.string(), remedy: z.string() })),
});

export const toStationSchema = z.discriminatedUnion('type', [
  startSchema,
  /** A key that the main process heard go down or up; repeated after a restart, in order, until it was answered with `heard`. */
  z.strictObject({ type: z.literal('edge'), edge: edgeSchema }),
  /** Comes with one port, on which the station answers the window. */
  z.strictObject({ type: z.literal('window-port') }),
  z.strictObject({ type: z.literal('close') }),
]);

export const fromStationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  /** The whole present set of bindings, whenever it changes; the main process picks the keys. */
  z.strictObject({ type: z.literal('bindings'), bindings: z.array(bindingSchema) }),
  z.strictObject({ type: z.literal('heard'), id: z.string() }),
  /** The station cannot start, for a reason that is no bug. It waits to be ended: a message could be lost with a process that ends itself. */
  z.strictObject({ type: z.literal('failed'), problem: problemSchema }),
  /** The ledger and the devices are closed: it waits to be ended, as above. */
  z.strictObject({ type: z.literal('closed') }),
]);

export type StartStation = z.infer<typeof startSchema>;
export type ToStation = z.input<typeof toStationSchema>;
export type FromStation = z.input<typeof fromStationSchema>;
