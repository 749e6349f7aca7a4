import { connect } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import { formatAddress } from './address.ts';
import type { Address } from './address.ts';
import { onlyTls13 } from './tls.ts';

/**
 * Opens a TLS 1.3 connection and waits for the handshake. Nothing of ours has been sent beyond it: the caller looks at the peer's certificate first.
 *
 * @param milliseconds time limit for all of it
 * @returns `PeerUnreachable` when nobody answers or the handshake fails
 */
export const dial = (address: Address, options: ConnectionOptions, milliseconds: number): Promise<Result<TLSSocket>> =>
  new Promise((resolve) => {
    const socket = connect({
      ...options,
      ...onlyTls13,
      host: address.host,
      port: address.port,
      // Certificates name stations, not hosts; who it is gets decided by our own check right after the handshake.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    });
    const fail = (reason: string) => {
      clearTimeout(deadline);
      socket.destroy();
      resolve(failed('PeerUnreachable', `${formatAddress(address)} does not answer (${reason}).`, 'Check that the station there is running and that the network lets this port through.'));
    };
    const deadline = setTimeout(() => fail('time ran out'), milliseconds);
    const failOnError = (error: Error) => fail('code' in error ? String(error.code) : error.message);
    socket.once('error', failOnError);
    socket.once('secureConnect', () => {
      clearTimeout(deadline);
      socket.off('error', failOnError);
      // Until the caller has taken over, an error ends the socket and nothing else.
      socket.on('error', () => socket.destroy());
      socket.setNoDelay(true);
      resolve(done(socket));
    });
  });
