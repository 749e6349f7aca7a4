import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocketServer } from 'ws';
import type { Station } from '../../../main/station/station.ts';
import type { OpenCarrier } from '../../../renderer/shared/connection/station.ts';

/** A way between window and station, with both ends in the test's hand. */
export interface CarrierUnderTest {
  readonly open: OpenCarrier;
  /** Breaks every open connection from the station's end. */
  readonly drop: () => void;
  /** While it is barred, nobody gets through. */
  readonly bar: (barred: boolean) => void;
  readonly close: () => Promise<void>;
}

/** What Electron uses. */
export const overMessagePort = async (station: Station): Promise<CarrierUnderTest> => {
  const ends = new Set<MessagePort>();
  let barred = false;
  const drop = (): void => {
    for (const end of ends) end.close();
    ends.clear();
  };
  return {
    open: async () => {
      if (barred) throw new Error('nobody hands over a port');
      const { port1, port2 } = new MessageChannel();
      ends.add(port1);
      station.serveMessagePort(port1, 'window');
      port1.start();
      const closed = new Promise<void>((resolve) => port2.addEventListener('close', () => resolve(), { once: true }));
      const link = new PortLink({ port: port2 });
      port2.start();
      return { link, closed, close: () => port2.close() };
    },
    drop,
    bar: (now) => (barred = now),
    close: async () => drop(),
  };
};

/** What the browser host uses, over a real socket. */
export const overWebSocket = async (station: Station): Promise<CarrierUnderTest> => {
  let barred = false;
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => !barred });
  server.on('connection', (socket) => station.serveWebSocket(socket, 'window'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const drop = (): void => {
    for (const socket of server.clients) socket.terminate();
  };
  return {
    open: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
        const closed = new Promise<void>((settle) => socket.addEventListener('close', () => settle(), { once: true }));
        void closed.then(() => reject(new Error('nobody answers')));
        socket.addEventListener('open', () => resolve({ link: new SocketLink({ websocket: socket }), closed, close: () => socket.close() }));
      }),
    drop,
    bar: (now) => (barred = now),
    close: () => {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
