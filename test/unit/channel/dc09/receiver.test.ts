/** The receiver that the tests of the sender rely on is tested itself: it must refuse what the standard refuses, and nothing may fell it. */
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { frameOf } from '../../../support/dc09/protocol.ts';
import { startReceiver, type TestReceiver } from '../../../support/dc09/receiver.ts';
import { createSender, never, outgoing } from '../../../support/dc09/parts.ts';
import { until } from '../../../support/lan/until.ts';

let receiver: TestReceiver | undefined;
afterEach(async () => {
  await receiver?.stop();
  receiver = undefined;
});

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(text, 'utf8')),
  // Near the real thing: a whole frame around anything, and a real message with anything in its places.
  fc.string({ maxLength: 100 }).map(frameOf),
  fc
    .tuple(fc.constantFrom('ADM-CID', '*ADM-CID', 'NULL', '*NULL', '', '*', '"'), fc.constantFrom('0001', '0000', '', '99999', 'abcd'), fc.constantFrom('L0', 'RF3L77', 'L', 'R', ''), fc.constantFrom('#1234', '#', 'A0', ''), fc.stringMatching(/^[0-9A-F[\]|_:,-]{0,70}$/))
    .map(([id, sequence, line, account, rest]) => frameOf(`"${id}"${sequence}${line}${account}[${rest}`)),
);
const packets = fc.array(noise, { minLength: 1, maxLength: 20 });
const sendOver = { tcp: sendTcp, udp: sendUdp } as const;

describe.each(['tcp', 'udp'] as const)('over %s', (transport) => {
  test.each([
    ['that takes plain messages', undefined],
    ['that takes encrypted messages', Buffer.alloc(32, 5)],
  ])('arbitrary frames do not fell a receiver %s, nor does it take them for an alarm', async (_name, key) => {
    const arc = await startReceiver(transport, key === undefined ? {} : { key });
    receiver = arc;
    const { port } = arc;
    let datagrams = 0;
    await fc.assert(
      fc.asyncProperty(packets, async (sent) => {
        await sendOver[transport](port, sent);
        datagrams += sent.length;
        // Faster than they are read, datagrams get lost, and with them what this is to show.
        if (transport === 'udp') await until('all of them were looked at', () => arc.connections() === datagrams);
      }),
      { numRuns: 150 },
    );
    expect(arc.received.filter(({ id, data }) => id === 'ADM-CID' && data.startsWith('#'))).toEqual([]);
    const driver = createSender({ settings: { transport, port, encryption: key === undefined ? 'none' : 'aes-256' }, ...(key === undefined ? {} : { key: key.toString('hex') }) });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
  });

  test('arbitrary answers do not fell the sender, nor are they taken for an acknowledgement', async () => {
    await fc.assert(
      fc.asyncProperty(packets, async (answers) => {
        const { port, stop } = await startBabbler[transport](answers);
        const outcome = await createSender({ settings: { transport, port, timeout: 0.05 } }).attempt(outgoing(), 1, never);
        await stop();
        expect(outcome.outcome).toBe('failed');
      }),
      { numRuns: 40 },
    );
  });
});

describe('the receiver', () => {
  test.each([
    ['a frame whose CRC is wrong', Buffer.from('\n7CD6003B"ADM-CID"0001L0#1234[#1234|1122 00 007]_04:20:00,11-24-2026\r'), 'CRC'],
    ['a frame whose length is wrong', Buffer.from('\n7CD7003C"ADM-CID"0001L0#1234[#1234|1122 00 007]_04:20:00,11-24-2026\r'), 'length'],
    ['a message that is too old', Buffer.from('\n7CD7003B"ADM-CID"0001L0#1234[#1234|1122 00 007]_04:20:00,11-24-2026\r'), 'timestamp'],
    ['a message without account', frameOf('"NULL"0001L0[]'), 'no line or account'],
    ['an encrypted message without its key', frameOf(`"*NULL"0001L0#1234[${'00'.repeat(16)}`), 'no key for an encrypted message'],
  ])('refuses %s', async (_name, bytes, reason) => {
    receiver = await startReceiver('udp', { now: () => Date.UTC(2026, 10, 24, 4, 20, 41) });
    const { port, refused } = receiver;
    await sendUdp(port, [bytes]);
    await until('it was refused', () => refused.length === 1);
    expect(refused).toEqual([reason]);
  });

  test.each([
    [-40, 'takes'],
    [-41, 'refuses'],
    [20, 'takes'],
    [22, 'refuses'],
  ])('a message whose clock is %i s off: it %s it', async (seconds, verdict) => {
    const at = Date.UTC(2026, 10, 24, 12);
    receiver = await startReceiver('udp', { now: () => at });
    const outcome = await createSender({ settings: { transport: 'udp', port: receiver.port }, now: () => at + seconds * 1000 }).attempt(outgoing(), 1, never);
    expect(outcome.outcome).toBe(verdict === 'takes' ? 'received' : 'failed');
  });
});

async function sendTcp(port: number, sent: readonly Buffer[]): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  socket.resume();
  for (const bytes of sent) socket.write(bytes);
  await new Promise((resolve) => {
    socket.once('close', resolve);
    socket.end();
  });
}

async function sendUdp(port: number, sent: readonly Buffer[]): Promise<void> {
  const socket = createSocket('udp4');
  await Promise.all(sent.map((bytes) => new Promise((resolve) => socket.send(bytes, port, '127.0.0.1', resolve))));
  await new Promise<void>((resolve) => socket.close(resolve));
}

/** Something that is no receiver and talks all the same. */
const startBabbler = {
  tcp: async (answers: readonly Buffer[]) => {
    const { createServer } = await import('node:net');
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      for (const bytes of answers) socket.write(bytes);
      socket.resume();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    return { port: typeof address === 'object' && address !== null ? address.port : 0, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
  },
  udp: async (answers: readonly Buffer[]) => {
    const socket = createSocket('udp4');
    socket.on('message', (_message, from) => {
      for (const bytes of answers) socket.send(bytes, from.port, from.address);
    });
    socket.bind(0, '127.0.0.1');
    await new Promise((resolve) => socket.once('listening', resolve));
    return { port: socket.address().port, stop: () => new Promise<void>((resolve) => socket.close(() => resolve())) };
  },
};
