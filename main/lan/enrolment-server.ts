import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Log } from '../core/environment.ts';
import { encodeAnswer, mostRequestBytes, readMessage } from './enrolment-message.ts';
import type { Reception } from './reception.ts';

/** Answers one `POST /enrol` a connection, and nothing else. It never listens: sockets are handed to it. */
export const createEnrolmentServer = (reception: Reception, log: Log): Server =>
  createServer((request, response) => {
    answer(request, response, reception).catch((error: unknown) => {
      log.error({ error: String(error) }, 'a guest could not be answered');
      response.destroy();
    });
  });

const answer = async (request: IncomingMessage, response: ServerResponse, reception: Reception): Promise<void> => {
  response.setHeader('connection', 'close');
  if (request.method !== 'POST' || request.url !== '/enrol') return void response.writeHead(404).end();
  const body = await readBody(request);
  if (body === null) return void response.writeHead(413).end();
  const told = await reception(readMessage(body));
  response.writeHead(told.ok ? 200 : 403, { 'content-type': 'application/msgpack' }).end(encodeAnswer(told));
};

/** Null when there is more than a request may hold. */
const readBody = async (request: IncomingMessage): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length > mostRequestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
