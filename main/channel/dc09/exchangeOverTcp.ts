import { connect } from 'node:net';
import type { Answer } from './answer.ts';
import type { ExchangeRequest } from './exchange.ts';
import { takeFrames } from './frame.ts';

export const exchangeOverTcp = ({ host, port, lookup, frame, read, connectLimit, answerLimit, signal }: ExchangeRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let waiting: Uint8Array = new Uint8Array();
    const fail = (reason: string): void => reject(new Error(reason));
    const socket = connect({ host, port, noDelay: true, ...(lookup === undefined ? {} : { lookup }) });
    let limit = setTimeout(() => {
      fail(`Not connected within ${connectLimit / 1000} s`);
      socket.destroy();
    }, connectLimit);

    const stop = (): void => {
      fail('Broken off');
      socket.destroy();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });

    socket.once('connect', () => {
      clearTimeout(limit);
      limit = setTimeout(() => {
        fail(`No answer within ${answerLimit / 1000} s`);
        socket.destroy();
      }, answerLimit);
      socket.write(frame);
    });
    socket.on('data', (chunk) => {
      const { contents, rest } = takeFrames(Buffer.concat([waiting, chunk]));
      waiting = rest;
      const answer = contents.map(read).find((found) => found !== null);
      if (answer === undefined) return;
      resolve(answer);
      socket.destroySoon();
    });
    socket.once('error', (error) => reject(error));
    socket.once('close', () => {
      clearTimeout(limit);
      signal.removeEventListener('abort', stop);
      fail('The receiver closed the connection without an answer');
    });
  });
