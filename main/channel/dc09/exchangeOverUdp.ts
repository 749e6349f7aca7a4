import { createSocket } from 'node:dgram';
import type { Answer } from './answer.ts';
import type { ExchangeRequest } from './exchange.ts';
import { takeFrames } from './frame.ts';

/** One datagram a message, one an answer. The socket is connected, so that only the receiver is heard, and its absence is noticed where the network tells. */
export const exchangeOverUdp = ({ addresses, port, frame, read, answerLimit, signal }: ExchangeRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const [first] = addresses;
    const socket = createSocket(first?.family === 6 ? 'udp6' : 'udp4');
    let ended = false;
    const end = (settle: () => void): void => {
      if (ended) return;
      ended = true;
      clearTimeout(limit);
      signal.removeEventListener('abort', stop);
      socket.close();
      settle();
    };
    const fail = (reason: unknown): void => end(() => reject(reason));
    const stop = (): void => fail(new Error('Broken off'));
    const limit = setTimeout(() => fail(new Error(`No answer within ${answerLimit / 1000} s`)), answerLimit);
    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', fail);
    socket.on('message', (datagram) => {
      const answer = takeFrames(datagram)
        .contents.map(read)
        .find((found) => found !== null);
      if (answer !== undefined) end(() => resolve(answer));
    });
    if (signal.aborted) return stop();
    socket.connect(port, first?.address, () => {
      if (!ended) socket.send(frame);
    });
  });
