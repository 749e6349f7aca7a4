import { createSocket } from 'node:dgram';
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { Answer } from './answer.ts';
import type { ExchangeRequest } from './exchange.ts';
import { takeFrames } from './frame.ts';

/** One datagram a message, one an answer. The socket is connected, so that only the receiver is heard, and its absence is noticed where the network tells. */
export const exchangeOverUdp = async (request: ExchangeRequest): Promise<Answer> => send(request, await findAddress(request));

const send = ({ port, frame, read, answerLimit, signal }: ExchangeRequest, { address, family }: LookupAddress): Promise<Answer> =>
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

/** Found beforehand, for the family decides which socket it is. */
const findAddress = ({ host, lookup = systemLookup, connectLimit }: ExchangeRequest): Promise<LookupAddress> =>
  new Promise((resolve, reject) => {
    const literal = isIP(host);
    if (literal !== 0) return resolve({ address: host, family: literal });
    const limit = setTimeout(() => reject(new Error(`Not found within ${connectLimit / 1000} s`)), connectLimit);
    lookup(host, { all: true }, (error, found) => {
      clearTimeout(limit);
      const [first] = Array.isArray(found) ? found : [];
      if (error !== null || first === undefined) reject(error ?? new Error(`${host} has no address`));
      else resolve(first);
    });
  });
