import { onMessagePortClose, onMessagePortMessage, postMessagePortMessage } from '@orpc/client/message-port';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import type { Contract } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import type { Attendance } from './fault/attendance.ts';
import type { CallContext } from './access.ts';
import type { Station } from './station.ts';

/**
 * Answers the contract on whatever a window or the command line is connected by. Nothing that comes in may end more than its own
 * connection: the same process makes the alarms. Windows are counted here: an alarm is only seen where there is one.
 */
export const createCarriers = (router: Router<Contract, CallContext>, log: Log, attendance: Pick<Attendance, 'openWindow'>): Pick<Station, 'serveWebSocket' | 'serveMessagePort'> => {
  const handler = new RPCHandler(router);
  return {
    serveWebSocket: (socket, door) => {
      // Without a listener Node makes an error here, such as a frame that is none, an uncaught exception.
      socket.on('error', (error) => log.warn({ door, error: error.message }, 'a connection of a window or command broke'));
      if (door === 'window') socket.once('close', attendance.openWindow());
      void handler.upgrade(socket, { context: { door } });
    },
    // Not by oRPC's own handler for ports: that one lets what cannot be read become an unhandled rejection.
    serveMessagePort: (port, door) => {
      if (door === 'window') onMessagePortClose(port, attendance.openWindow());
      void handler.upgrade(
        {
          send: (data: unknown) => postMessagePortMessage(port, data),
          addEventListener: (type: string, listener: unknown) => {
            if (typeof listener !== 'function') return;
            if (type === 'message') onMessagePortMessage(port, (data) => void Reflect.apply(listener, port, [{ data }]));
            if (type === 'close') onMessagePortClose(port, () => void Reflect.apply(listener, port, []));
          },
        },
        { context: { door } },
      );
    },
  };
};
