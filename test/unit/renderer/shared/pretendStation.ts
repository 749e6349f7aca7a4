import { MessageChannel } from 'node:worker_threads';
import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { contract } from '../../../../main/contract/index.ts';
import type { Press, SetupState } from '../../../../main/contract/index.ts';
import type { Carrier, OpenCarrier } from '../../../../renderer/shared/connection/station.ts';

export interface PretendStation {
  readonly open: OpenCarrier;
  readonly pressed: Press[];
  /** Presses that fail before one is answered. */
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
  const defaults = { site: 'Main Library', station: 'Desk 1', place: 'Front desk', administrator: 'Duty manager' };
  const station: PretendStation = {
    pressed: [],
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
    setup: { state: it.setup.state.handler(() => ({ phase: station.phase, defaults })) },
    station: {
      watchSettings: it.station.watchSettings.handler(async function* ({ signal }) {
        yield { publicView: true, cueSet: 'separator', turnNotes: true, colourScheme: 'light', textSize: opened === 1 ? 'medium' : 'large' };
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
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
