import { once } from 'node:events';
import { connect as connectPlainly } from 'node:net';
import { connect, createSecureContext } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import { parseAddress } from '../../../main/lan/address.ts';
import { encodeFrame } from '../../../main/lan/frames.ts';
import { tlsOptions } from '../../../main/lan/tls.ts';

const target = (address: string): { readonly host: string; readonly port: number } => {
  const parsed = parseAddress(address);
  if (parsed === null) throw new Error(`${address} is no address`);
  return parsed;
};

/** Sends bytes to the port, without TLS or within it as a stranger, and waits until the other side or we are done. */
export const throwBytes = (address: string, bytes: Uint8Array, within: 'TCP' | 'TLS'): Promise<void> =>
  new Promise((resolve) => {
    const socket = within === 'TCP' ? connectPlainly(target(address)) : connect({ ...target(address), rejectUnauthorized: false });
    const finish = (): void => void socket.destroy();
    socket.setTimeout(1_000, finish);
    socket.on('error', finish);
    socket.once('close', () => resolve());
    socket.once(within === 'TCP' ? 'connect' : 'secureConnect', () => socket.end(bytes));
    socket.on('data', () => {});
    socket.once('end', finish);
  });

/** A link and the TLS socket below it, for whoever wants to break WebSocket itself. */
export interface OpenLink {
  readonly link: WebSocket;
  readonly socket: TLSSocket;
}

/** A link with a station's true certificate, in hands that do not keep to the protocol. */
export const linkAs = async (identity: StationIdentity, address: string): Promise<WebSocket> => (await openLinkAs(identity, address)).link;

export const openLinkAs = async (identity: StationIdentity, address: string): Promise<OpenLink> => {
  const socket = connect({ ...target(address), rejectUnauthorized: false, secureContext: createSecureContext(tlsOptions(identity)) });
  const link = new WebSocket('ws://quietbell/link', 'quietbell.1', { createConnection: () => socket, perMessageDeflate: false });
  link.on('error', () => {});
  await once(link, 'open');
  return { link, socket };
};

export interface Greeting {
  readonly have?: ReadonlyMap<string, number>;
  readonly version?: number;
  /** `host:port`. */
  readonly listening?: string;
}

/** The hello that a well-behaved station says, with nothing to offer unless told otherwise. */
export const politeHello = (identity: StationIdentity, { have = new Map(), version = 1, listening }: Greeting = {}): Uint8Array =>
  encodeFrame({ type: 'hello', versions: [version], site: 'Central Library', station: identity.station.id, have, stations: [identity.station], addresses: new Map(), listening: listening === undefined ? null : target(listening) });

export const closed = async (link: WebSocket): Promise<void> => {
  if (link.readyState !== WebSocket.CLOSED) await once(link, 'close');
};
