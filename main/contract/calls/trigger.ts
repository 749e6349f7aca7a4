import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { edgeSchema } from '../desk.ts';
import { bindingSchema, captureSchema, deviceSchema } from '../trigger.ts';
import { base, nothing, byId } from './base.ts';

export const triggerCalls = {
  devices: base.output(z.array(deviceSchema)),
  watchDevices: base.output(eventIterator(z.array(deviceSchema))),
  /**
   * "Press it now." Yields `waiting`, then `pressed`, then `released` with the element, then ends.
   * While it runs, this device's presses raise no alarm.
   */
  capture: base.output(eventIterator(captureSchema)),
  bindings: base.output(z.array(bindingSchema)),
  watchBindings: base.output(eventIterator(z.array(bindingSchema))),
  /** Not `bind`: on a client that name is JavaScript's own. */
  addBinding: base.input(bindingSchema.omit({ id: true })).output(bindingSchema),
  removeBinding: base.input(byId).output(nothing),
  /** A bound key or the spot went down or up. Needs no sign-in; the gesture is judged by the station. */
  edge: base.input(edgeSchema).output(nothing),
};
