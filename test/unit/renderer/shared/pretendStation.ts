import { MessageChannel } from 'node:worker_threads';
import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { contract, stationSettingsSchema } from '../../../../main/contract/index.ts';
import type { Edge, Press, SetupState } from '../../../../main/contract/index.ts';
import type { Carrier, OpenCarrier } from '../../../../renderer/shared/connection/station.ts';

export interface PretendStation {
  readonly open: OpenCarrier;
  readonly pressed: Press[];
  /** Edges that came in, each time they did, with the moment in milliseconds. */
  readonly edges: { readonly edge: Edge; readonly at: number }[];
  /** Bindings that it does not have. */
  readonly unbound: Set<string>;
  /** Presses and edges that fail before one is answered. */
  failures: number;
  phase: SetupState['phase'];
  /** Ends the present carrier, as a station that dies does. */
  readonly drop: () => void;
  readonly opened: () => number;
}

/** The far end of a real message port: the real contract and codec, answered from memory. */
export const createPretendStation = (): PretendStation => {
  let current: Carrier | undefined;
  let opened = 0;
  const it = implement(contract);
  const station: PretendStation = {
    pressed: [],
    edges: [],
    unbound: new Set(),
    failures: 0,
    phase: 'new',
    drop: () => current?.close(),
    opened: () => opened,
    open: async () => {
      opened += 1;
      const { port1, port2 } = new MessageChannel();
      handler.upgrade(port2);
      const closed = new Promise<void>((resolve) => port1.on('close', resolve));
      current = { link: new RPCLink({ port: port1 }), closed, close: () => port1.close() };
      return current;
    },
  };
  const handler = new RPCHandler({
    setup: { state: it.setup.state.handler(() => ({ phase: station.phase })) },
    station: {
      watchSettings: it.station.watchSettings.handler(async function* ({ signal }) {
        yield stationSettingsSchema.parse({ textSize: opened === 1 ? 'medium' : 'large' });
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      }),
    },
    trigger: {
      edge: it.trigger.edge.handler(({ input, errors }) => {
        station.edges.push({ edge: input, at: performance.now() });
        if (station.unbound.has(input.binding)) throw errors.PROBLEM({ data: { type: 'BindingUnknown', message: 'This station has no such binding.', remedy: 'Look at the list.' } });
        station.failures -= 1;
        if (station.failures >= 0) throw new Error('The disk is full');
      }),
    },
    alarm: {
      press: it.alarm.press.handler(({ input }) => {
        station.pressed.push(input);
        station.failures -= 1;
        if (station.failures >= 0) throw new Error('The disk is full');
        return { alarm: input.id };
      }),
    },
  });
  return station;
};
