import { connect as connectPlain, type LookupFunction } from 'node:net';
import { connect as connectSecure, type SecureContext } from 'node:tls';
import { frameSyslog } from './syslogLine.ts';

export interface SyslogReceiver {
  readonly host: string;
  readonly port: number;
  /** Null: no TLS. */
  readonly secureContext: SecureContext | null;
  readonly lookup?: LookupFunction;
}

/**
 * Writes lines over one connection and ends it. Syslog has no acknowledgement; what comes nearest is that the receiver, having read to the
 * end of the stream, ends its own half (RFC 5425, 4.4). Resolves then; rejects on anything else, and when `signal` says that time is over.
 */
export const writeSyslog = ({ host, port, secureContext, lookup }: SyslogReceiver, lines: readonly string[], signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const plain = connectPlain({ host, port, signal, ...(lookup === undefined ? {} : { lookup }) });
    const socket = secureContext === null ? plain : connectSecure({ socket: plain, host, secureContext, ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }) });
    let written = false;
    for (const each of new Set([plain, socket])) each.on('error', reject);
    // What a receiver says is read, so that its end can be heard.
    socket.resume();
    socket.once(secureContext === null ? 'connect' : 'secureConnect', () => {
      for (const line of lines) socket.write(frameSyslog(line));
      socket.end(() => (written = true));
    });
    socket.once('end', () => {
      if (written) resolve();
      else reject(new Error('The receiver closed the connection before everything was written.'));
      plain.destroySoon();
    });
    socket.once('close', () => reject(new Error('The connection broke off.')));
  });
