import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A line to a UDP receiver that loses datagrams, either way. `loses` is asked for each one. */
export interface LossyLine {
  readonly port: number;
  readonly lost: () => number;
  readonly stop: () => Promise<void>;
}

export const startLossyLine = async (receiver: number, loses: () => boolean): Promise<LossyLine> => {
  const near = createSocket('udp4');
  const farByClient = new Map<number, Socket>();
  let lost = 0;
  const passes = (): boolean => {
    if (!loses()) return true;
    lost += 1;
    return false;
  };
  const farFor = (client: number): Socket => {
    const known = farByClient.get(client);
    if (known !== undefined) return known;
    const far = createSocket('udp4');
    farByClient.set(client, far);
    far.on('message', (answer) => {
      if (passes()) near.send(answer, client, '127.0.0.1');
    });
    return far;
  };
  near.on('message', (datagram, { port }) => {
    if (passes()) farFor(port).send(datagram, receiver, '127.0.0.1');
  });
  near.bind(0, '127.0.0.1');
  await once(near, 'listening');
  return {
    port: near.address().port,
    lost: () => lost,
    stop: async () => {
      const sockets = [near, ...farByClient.values()];
      await Promise.all(
        sockets.map((socket) => {
          const closed = once(socket, 'close');
          socket.close();
          return closed;
        }),
      );
    },
  };
};
