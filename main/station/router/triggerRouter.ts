import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Devices } from '../../core/trigger/devices.ts';
import type { Access, CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Captures } from '../trigger/captures.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';

/** A window asks again if somebody still waits for the press. Milliseconds. */
const longestCapture = 5 * 60_000;

/** The contract's calls on pedals, buttons, keys and the spot. */
export const createTriggerRouter = ({ anybody, changing, watching }: Access, changes: Changes, parts: () => StationParts | null, devices: Devices, captures: Captures): Router<Contract['trigger'], CallContext> => {
  const it = implement(contract.trigger).$context<CallContext>();
  return it.router({
    devices: it.devices.handler(() => [...devices.list()]),
    watchDevices: it.watchDevices.handler(({ signal }) => changes.watch(['devices'], () => [...devices.list()], signal)),
    capture: it.capture.handler(({ context, signal }) => {
      // While it runs the pedals are mute, so nobody may leave it running who is not known.
      if (parts() !== null) watching('change-desk', context.door);
      return captures.steps(context.door === 'window' ? AbortSignal.any([...(signal === undefined ? [] : [signal]), AbortSignal.timeout(longestCapture)]) : signal);
    }),
    bindings: it.bindings.handler(({ context }) => [...anybody(context.door).triggers.list()]),
    // Answers before set-up too: the Electron host listens from its start on.
    watchBindings: it.watchBindings.handler(({ signal }) => changes.watch(['bindings'], () => [...(parts()?.triggers.list() ?? [])], signal)),
    addBinding: it.addBinding.handler(changing('change-desk', ({ triggers }, input, by) => triggers.bind(input, by))),
    removeBinding: it.removeBinding.handler(changing('change-desk', ({ triggers }, input, by) => triggers.unbind(input.id, by))),
    edge: it.edge.handler(({ input, context }) => give(anybody(context.door).triggers.edge(input))),
  });
};
