import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly user: string | null;
  readonly secure: boolean;
  /** Headers and body as they came. */
  readonly raw: string;
}

export interface SmtpPeer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  readonly close: () => Promise<void>;
}

export interface SmtpPeerOptions {
  readonly tls?: { readonly cert: string; readonly key: string };
  /** TLS from the first byte. */
  readonly secure?: boolean;
  readonly starttls?: boolean;
  /** Who may send; nobody needs to sign in without. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Why an address is refused; null for one that is taken. */
  readonly refuse?: (address: string) => string | null;
}

/** A real SMTP server on loopback. */
export const startSmtpPeer = async ({ tls, secure = false, starttls = true, login, refuse = () => null }: SmtpPeerOptions = {}): Promise<SmtpPeer> => {
  const mails: ReceivedMail[] = [];
  const disabledCommands = [...(starttls ? [] : ['STARTTLS']), ...(login === undefined ? ['AUTH'] : [])];
  const server = new SMTPServer({
    ...tls,
    secure,
    disabledCommands,
    authOptional: login === undefined,
    // Only so that a client that offers its password in the clear is caught at it.
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (given, _session, give) => (given.username === login?.user && given.password === login?.password ? give(null, { user: given.username ?? '' }) : give(new Error('Invalid username or password'))),
    onRcptTo: ({ address }, _session, give) => {
      const reason = refuse(address);
      give(reason === null ? null : Object.assign(new Error(reason), { responseCode: 550 }));
    },
    onData: (stream, session, give) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), user: typeof session.user === 'string' ? session.user : null, secure: session.secure, raw: Buffer.concat(parts).toString('utf8') });
        give(null);
      });
    },
  });
  // A client that leaves in the middle is the client's matter.
  server.on('error', () => {});
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};

export interface TcpPeer {
  readonly port: number;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A server that takes connections and does with each what it is told: by default nothing at all, for ever. */
export const startTcpPeer = async (serve: (socket: Socket) => void = () => {}): Promise<TcpPeer> => {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    serve(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    connections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

export const portOf = (address: string | AddressInfo | null): number => (typeof address === 'object' && address !== null ? address.port : 0);
