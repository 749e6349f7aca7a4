import { createServer as createPlain, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { portOf } from './smtpPeer.ts';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpPeer {
  readonly port: number;
  readonly requests: readonly ReceivedRequest[];
  readonly close: () => Promise<void>;
}

/** A real HTTP server on loopback, with TLS where it is given a certificate. `answer` may answer late, or never. */
export const startHttpPeer = async (tls: { readonly cert: string; readonly key: string } | null, answer: (response: ServerResponse, request: ReceivedRequest, incoming: IncomingMessage) => void = (response) => void response.end('ok')): Promise<HttpPeer> => {
  const requests: ReceivedRequest[] = [];
  const serve = (incoming: IncomingMessage, response: ServerResponse): void => {
    const parts: Buffer[] = [];
    incoming.on('error', () => {});
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(parts).toString('utf8') };
      requests.push(request);
      answer(response, request, incoming);
    });
  };
  const server = tls === null ? createPlain(serve) : createSecure({ cert: tls.cert, key: tls.key }, serve);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
