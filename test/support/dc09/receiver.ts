import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { answerFrame, judge, type Judged, type ReceivedMessage, type ReceiverRules } from './protocol.ts';

/**
 * An alarm-receiving centre's receiver for tests, written from the standard and apart from the sender: it shares no code with
 * `main/channel/dc09`, so that both would have to be wrong in the same way.
 *
 * `nothing`: it heard, and says nothing. `wrong sequence`, `wrong account`, `plain`: an ACK that is none for this message. `garbage` and
 * `half frame`: noise. `noise first`, `in pieces`: an ACK that is hard to read. `held`: an ACK that comes when the test says so. `close`: it
 * hangs up. Left alone it does what the standard says.
 */
export type Behaviour = 'as the standard says' | 'nak' | 'duh' | 'nothing' | 'wrong sequence' | 'wrong account' | 'plain' | 'old' | 'garbage' | 'half frame' | 'noise first' | 'in pieces' | 'held' | 'close';

export interface TestReceiver {
  readonly port: number;
  /** Messages that were well formed and in time, oldest first. */
  readonly received: readonly ReceivedMessage[];
  /** What was wrong with all the others. */
  readonly refused: readonly string[];
  /** What it does to the next messages, one each. */
  readonly next: (...behaviours: readonly Behaviour[]) => void;
  /** What it does to the next messages that are no link tests, one each. */
  readonly nextReports: (...behaviours: readonly Behaviour[]) => void;
  /** Sends what was held. */
  readonly release: () => void;
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

export const startReceiver = async (transport: 'tcp' | 'udp', rules: ReceiverRules = {}, port = 0): Promise<TestReceiver> => {
  const received: ReceivedMessage[] = [];
  const refused: string[] = [];
  const script: Behaviour[] = [];
  const scriptOfReports: Behaviour[] = [];
  const held: (() => void)[] = [];
  const now = rules.now ?? Date.now;
  let connections = 0;

  const hear = (bytes: Buffer, send: (answer: Buffer) => void, hangUp: () => void): void => {
    const judged = judge(bytes, rules, received);
    if (judged.verdict === 'discard') {
      refused.push(judged.reason);
      return;
    }
    const behaviour = script.shift() ?? (judged.message.id === 'NULL' ? undefined : scriptOfReports.shift()) ?? 'as the standard says';
    if (judged.verdict === 'nak') refused.push(judged.reason);
    // What gets no ACK was not taken on: only what was is a message received.
    else if (!['nak', 'duh', 'close'].includes(behaviour)) received.push(judged.message);
    act(behaviour, judged, send, hangUp);
  };

  const act = (behaviour: Behaviour, judged: Exclude<Judged, { verdict: 'discard' }>, send: (answer: Buffer) => void, hangUp: () => void): void => {
    const { message } = judged;
    const kind = judged.verdict === 'nak' || behaviour === 'nak' ? 'NAK' : judged.verdict === 'duh' || behaviour === 'duh' ? 'DUH' : 'ACK';
    const answer = (changes: Partial<ReceivedMessage> = {}, at = now()): Buffer => answerFrame(kind, { ...message, ...changes }, rules.key ?? null, at);
    switch (behaviour) {
      case 'nothing':
        return;
      case 'wrong sequence':
        return send(answer({ sequence: message.sequence === '9999' ? '0001' : String(Number(message.sequence) + 1).padStart(4, '0') }));
      case 'wrong account':
        return send(answer({ account: 'FFF' }));
      case 'plain':
        return send(answer({ encrypted: false }));
      case 'old':
        return send(answer({}, now() - 86_400_000));
      case 'garbage':
        return send(Buffer.from([0, 0xff, 0x0d, 0x0a, ...Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')]));
      case 'half frame':
        return send(answer().subarray(0, 12));
      case 'noise first':
        return send(Buffer.concat([Buffer.from('\n00000000"\r\nzz'), answer()]));
      case 'in pieces':
        for (const byte of answer()) send(Buffer.from([byte]));
        return;
      case 'held':
        held.push(() => send(answer()));
        return;
      case 'close':
        return hangUp();
      case 'as the standard says':
      case 'nak':
      case 'duh':
        return send(answer());
    }
  };

  const listen = transport === 'tcp' ? listenTcp : listenUdp;
  const open = await listen(port, hear, () => connections++);
  return {
    port: open.port,
    received,
    refused,
    next: (...behaviours) => void script.push(...behaviours),
    nextReports: (...behaviours) => void scriptOfReports.push(...behaviours),
    release: () => held.splice(0).forEach((send) => send()),
    connections: () => connections,
    stop: open.stop,
  };
};

type Hear = (bytes: Buffer, send: (answer: Buffer) => void, hangUp: () => void) => void;
interface Listening {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const listenTcp = async (port: number, hear: Hear, connected: () => void): Promise<Listening> => {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    connected();
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      // A frame ends at CR; more than 8 kB without one is nobody's frame.
      for (let end = waiting.indexOf(0x0d); end >= 0; end = waiting.indexOf(0x0d)) {
        hear(waiting.subarray(0, end + 1), (answer) => void socket.write(answer), () => socket.destroy());
        waiting = waiting.subarray(end + 1);
      }
      if (waiting.length > 8192) waiting = Buffer.alloc(0);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver got no port');
  return {
    port: address.port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

const listenUdp = async (port: number, hear: Hear, connected: () => void): Promise<Listening> => {
  const socket = createSocket('udp4');
  let closed = false;
  socket.on('message', (datagram, from) => {
    connected();
    hear(
      datagram,
      (answer) => {
        if (!closed) socket.send(answer, from.port, from.address);
      },
      () => undefined,
    );
  });
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    stop: async () => {
      closed = true;
      socket.close();
      await once(socket, 'close');
    },
  };
};
