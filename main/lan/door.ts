import { createServer as createHttpServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { SecureContextOptions, TLSSocket } from 'node:tls';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import { formatAddress, plainHost } from './address.ts';
import type { Address } from './address.ts';
import { admit } from './admission.ts';
import type { AdmissionDependencies } from './admission.ts';
import { mostFrameBytes, subProtocol } from './frames.ts';
import type { Timing } from './timing.ts';

const mostJoinersAtOnce = 16;
/** In the log, at either end. */
export const expiredPeer = 'the certificate of a station has run out; it is heard all the same, and is to renew it';

export interface DoorDependencies {
  readonly admission: AdmissionDependencies;
  readonly tls: SecureContextOptions;
  readonly enrolmentServer: HttpServer;
  readonly onLink: (socket: WebSocket, peer: string, remoteHost: string) => void;
  readonly timing: Timing;
  readonly log: Log;
}

/** A station whose socket was admitted, and the time it has for asking for its link. */
interface Peer {
  readonly id: string;
  readonly deadline: NodeJS.Timeout;
}

/** The one port. */
export interface Door {
  /** From now on handshakes are done with this; open sockets stay as they are. */
  readonly show: (tls: SecureContextOptions) => void;
  /** `PortInUse`, or `ConfigurationInvalid` where the address is none of this machine's. */
  readonly listen: (address: Address) => Promise<Result<Address>>;
  readonly close: () => Promise<void>;
}

/**
 * Hands each socket, once admission has decided, to a server that can do only that one thing: what a peer asks for
 * in its request can never get it more than its certificate does.
 */
export const createDoor = ({ admission, tls, enrolmentServer, onLink, timing, log }: DoorDependencies): Door => {
  const peerBySocket = new WeakMap<Duplex, Peer>();
  const joiners = new Set<TLSSocket>();
  const sockets = new Set<TLSSocket>();
  const linkServer = createLinkServer(peerBySocket, onLink);

  const server = createTlsServer({ ...tls, requestCert: true, rejectUnauthorized: false, handshakeTimeout: timing.dial, noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const admitted = admit(socket, admission);
    if (admitted.as === 'stranger') {
      const facts = { address: socket.remoteAddress, reason: admitted.reason };
      if (admitted.presented) log.warn(facts, 'a stranger showed a certificate and was turned away');
      else log.debug(facts, 'a stranger was turned away');
      socket.destroy();
    } else if (admitted.as === 'joiner') {
      if (joiners.size >= mostJoinersAtOnce) return void socket.destroy();
      joiners.add(socket);
      const deadline = setTimeout(() => socket.destroy(), timing.enrolment);
      socket.once('close', () => {
        clearTimeout(deadline);
        joiners.delete(socket);
      });
      enrolmentServer.emit('connection', socket);
    } else {
      if (admitted.expired) log.warn({ station: admitted.id }, expiredPeer);
      // A station that never asks for its link would hold the socket for ever.
      const deadline = setTimeout(() => socket.destroy(), timing.dial);
      socket.once('close', () => clearTimeout(deadline));
      peerBySocket.set(socket, { id: admitted.id, deadline });
      linkServer.emit('connection', socket);
    }
  });
  server.on('tlsClientError', (error, socket) => log.debug({ address: socket.remoteAddress, error: error.message }, 'a TLS handshake failed'));

  return {
    show: (renewed) => server.setSecureContext(renewed),
    listen: ({ host, port }) =>
      new Promise((resolve) => {
        const refuse = (error: NodeJS.ErrnoException) => resolve(cannotListen({ host, port }, error));
        server.once('error', refuse);
        server.listen({ host, port }, () => {
          server.off('error', refuse);
          server.on('error', (error) => log.error({ error: error.message }, 'the port for the other stations failed'));
          const bound = server.address();
          resolve(done(bound !== null && typeof bound === 'object' ? { host: bound.address, port: bound.port } : { host, port }));
        });
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of joiners) socket.destroy();
        // Links close with a handshake of their own; what is still there after that is dropped.
        const deadline = setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, timing.close);
        server.close(() => {
          clearTimeout(deadline);
          resolve();
        });
      }),
  };
};

/** Answers `GET /link` with an upgrade to a WebSocket, and nothing else. */
const createLinkServer = (peerBySocket: WeakMap<Duplex, Peer>, onLink: DoorDependencies['onLink']): HttpServer => {
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: mostFrameBytes, clientTracking: false });
  const server = createHttpServer((_request, response) => response.writeHead(426, { connection: 'close' }).end());
  server.on('upgrade', (request, socket, head) => {
    const peer = peerBySocket.get(socket);
    const protocols = request.headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim()) ?? [];
    if (peer === undefined || request.url !== '/link' || !protocols.includes(subProtocol)) {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      return;
    }
    const remoteHost = plainHost(request.socket.remoteAddress ?? '');
    webSockets.handleUpgrade(request, socket, head, (opened) => {
      clearTimeout(peer.deadline);
      onLink(opened, peer.id, remoteHost);
    });
  });
  return server;
};

const cannotListen = (address: Address, error: NodeJS.ErrnoException) =>
  error.code === 'EADDRINUSE'
    ? failed('PortInUse', `The address ${formatAddress(address)} is in use by another program.`, 'Stop that program, or choose another port with --listen or in the configuration.', 'listen')
    : failed('ConfigurationInvalid', `It is not possible to listen at ${formatAddress(address)} (${error.code ?? error.message}).`, 'Choose an address of this machine and a port above 1023.', 'listen');
