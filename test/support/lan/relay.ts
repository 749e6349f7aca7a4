import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { parseAddress } from '../../../main/lan/address.ts';

/** A wire of the test's own between two stations: it can be held, so that nothing moves while the sockets stay open, and cut. */
export interface Relay {
  readonly address: string;
  readonly hold: () => void;
  readonly letGo: () => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export const createRelay = async (to: string): Promise<Relay> => {
  const target = parseAddress(to);
  if (target === null) throw new Error(`${to} is no address`);
  const sockets = new Set<Socket>();
  let held = false;
  const track = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    if (held) socket.pause();
    socket.on('data', (data) => other.write(data));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(target);
    track(near, far);
    track(far, near);
    if (held) for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The relay does not listen');
  return {
    address: `127.0.0.1:${bound.port}`,
    connections: () => sockets.size / 2,
    hold: () => {
      held = true;
      for (const socket of sockets) socket.pause();
    },
    letGo: () => {
      held = false;
      for (const socket of sockets) socket.resume();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
