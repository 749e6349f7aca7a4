import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { OpenCarrier } from './station.ts';

const longestOpening = 5_000;

/** The browser host's carrier: a WebSocket to where the page came from. Rejects when it does not open. */
export const openSocket: OpenCarrier = () =>
  new Promise((resolve, reject) => {
    const address = new URL('/rpc', window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    const overdue = setTimeout(() => socket.close(), longestOpening);
    const closed = new Promise<void>((settle) => socket.addEventListener('close', () => settle(), { once: true }));
    void closed.then(() => reject(new Error('The station does not answer')));
    socket.addEventListener('open', () => {
      clearTimeout(overdue);
      resolve({ link: new SocketLink({ websocket: socket }), closed, close: () => socket.close() });
    });
  });

/** Electron's carrier: a message port that the preload hands over on request. Rejects when none comes. */
export const openPort =
  (preload: QuietbellPreload): OpenCarrier =>
  () =>
    new Promise((resolve, reject) => {
      const overdue = setTimeout(() => {
        window.removeEventListener('message', receive);
        reject(new Error('The station does not answer'));
      }, longestOpening);
      const receive = (event: MessageEvent<unknown>): void => {
        const port = event.ports[0];
        if (event.source !== window || port === undefined || !isPortMessage(event.data)) return;
        clearTimeout(overdue);
        window.removeEventListener('message', receive);
        const closed = new Promise<void>((settle) => port.addEventListener('close', () => settle(), { once: true }));
        const link = new PortLink({ port });
        port.start();
        resolve({ link, closed, close: () => port.close() });
      };
      window.addEventListener('message', receive);
      preload.requestPort();
    });

const isPortMessage = (data: unknown): boolean => typeof data === 'object' && data !== null && 'quietbell' in data && data.quietbell === 'port';
