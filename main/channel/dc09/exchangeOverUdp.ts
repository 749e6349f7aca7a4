import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import type { Answer } from './answer.ts';
import type { ExchangeRequest } from './exchange.ts';
import { takeFrames } from './frame.ts';

/** One datagram a message, one an answer. The socket is connected, so that only the receiver is heard, and its absence is noticed where the network tells. */
export const exchangeOverUdp = async (request: ExchangeRequest): Promise<Answer> => {
  const { address, family } = await withinTime(lookup(request.host), request);
  return send(request, address, family);
};

const send = ({ port, frame, read, answerLimit, signal }: ExchangeRequest, address: string, family: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
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
    socket.connect(port, address, () => {
      if (!ended) socket.send(frame);
    });
  });

/** A name server that does not answer must not hold the message up for longer than a receiver that does not. */
const withinTime = <Value>(work: Promise<Value>, { connectLimit, signal }: ExchangeRequest): Promise<Value> =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Not found within ${connectLimit / 1000} s`)), connectLimit);
    const stop = (): void => reject(new Error('Broken off'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(limit);
      signal.removeEventListener('abort', stop);
    });
  });
