import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createLookup } from '../../../../main/channel/lookup.ts';
import { startLossyLine } from '../../../support/dc09/lossyLine.ts';
import type { ReceiverRules } from '../../../support/dc09/protocol.ts';
import { startReceiver, type TestReceiver } from '../../../support/dc09/receiver.ts';
import { countUp, createSender, never, outgoing, stationId, type SenderOptions } from '../../../support/dc09/parts.ts';
import { until } from '../../../support/lan/until.ts';

const running: TestReceiver[] = [];
const receiver = async (transport: 'tcp' | 'udp', rules?: ReceiverRules): Promise<TestReceiver> => {
  const started = await startReceiver(transport, rules);
  running.push(started);
  return started;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

/** A port where nobody listens. */
const nobody = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 1;
};

const keys = { none: undefined, 'aes-128': '0123456789ABCDEF'.repeat(2), 'aes-192': '0123456789ABCDEF'.repeat(3), 'aes-256': 'fedcba9876543210'.repeat(4) } as const;
const keyRule = (key: string | undefined): ReceiverRules => (key === undefined ? {} : { key: Buffer.from(key, 'hex') });
const transports = ['tcp', 'udp'] as const;
/** Short enough for the tests of silence, and used only there. Seconds. */
const short = 0.4;

describe.each(transports)('over %s', (transport) => {
  const sender = (port: number, options: Omit<SenderOptions, 'settings'> & { readonly settings?: Partial<SenderOptions['settings']> } = {}) =>
    createSender({ ...options, settings: { transport, ...options.settings, port } });

  describe.each(['ADM-CID', 'SIA-DCS'] as const)('%s', (format) => {
    test.each(['none', 'aes-128', 'aes-192', 'aes-256'] as const)('with encryption %s reaches the receiver with account, zone and desk, and comes back acknowledged', async (encryption) => {
      const key = keys[encryption];
      const arc = await receiver(transport, keyRule(key));
      const driver = sender(arc.port, { settings: { format, encryption, receiverNumber: 'F3', line: '77' }, ...(key === undefined ? {} : { key }) });
      const outcome = await driver.attempt(outgoing(), 1, never);
      expect(outcome).toMatchObject({ outcome: 'received', answer: expect.stringMatching(/^ACK from the primary receiver 127\.0\.0\.1:\d+ \(message 0001, /) });
      expect(arc.refused).toEqual([]);
      expect(arc.received).toMatchObject([
        {
          id: format,
          encrypted: key !== undefined,
          sequence: '0001',
          receiver: 'F3',
          line: '77',
          account: '1234',
          data: format === 'ADM-CID' ? '#1234|1122 00 007' : '#1234|NHA007',
          extended: ['SElm Library', 'LDesk 2, Ground floor', 'IEmergency at Ground floor'],
          duplicate: false,
        },
      ]);
    });
  });

  test('a zone that was set for the station counts more than its place in the order of enrolment', async () => {
    const arc = await receiver(transport);
    await sender(arc.port, { settings: { zones: { [stationId]: 42 } } }).attempt(outgoing(), 1, never);
    expect(arc.received[0]?.data).toBe('#1234|1122 00 042');
  });

  test.each(['garbage', 'half frame', 'wrong sequence', 'wrong account', 'nothing'] as const)('%s is no acknowledgement', async (behaviour) => {
    const arc = await receiver(transport);
    arc.next(behaviour);
    expect(await sender(arc.port, { settings: { timeout: short } }).attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining(`No answer within ${short} s`) });
  });

  test.each(['plain', 'old'] as const)('an acknowledgement that is %s does not answer an encrypted message', async (behaviour) => {
    const arc = await receiver(transport, keyRule(keys['aes-128']));
    arc.next(behaviour);
    const driver = sender(arc.port, { key: keys['aes-128'], settings: { encryption: 'aes-128', timeout: short } });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('No answer') });
    expect(await sender(arc.port, { key: keys['aes-128'], settings: { encryption: 'aes-128' } }).attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
  });

  test('a clock at the desk that is an hour off does not make an encrypted acknowledgement useless', async () => {
    const anHourAhead = (): number => Date.now() + 3_600_000;
    const key = keys['aes-128'];
    const arc = await receiver(transport, { ...keyRule(key), now: anHourAhead, takesAnyTime: true });
    const driver = sender(arc.port, { key, settings: { encryption: 'aes-128' } });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
  });

  test('a receiver that takes its time is waited for', async () => {
    const arc = await receiver(transport);
    arc.next('held');
    const waiting = sender(arc.port).attempt(outgoing(), 1, never);
    await until('the receiver has the message', () => arc.received.length === 1);
    arc.release();
    expect(await waiting).toMatchObject({ outcome: 'received' });
  });

  test('an acknowledgement behind noise is found', async () => {
    const arc = await receiver(transport);
    arc.next('noise first');
    expect(await sender(arc.port).attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
  });

  test('a clock that is minutes off is corrected by NAK, and the same message is taken at once, with the same number', async () => {
    const key = keys['aes-256'];
    const arc = await receiver(transport, keyRule(key));
    const driver = sender(arc.port, { key, settings: { encryption: 'aes-256' }, now: () => Date.now() - 240_000 });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', retryAfter: 0, answer: expect.stringMatching(/^NAK .* its clock is (239|240|241) s ahead\.$/) });
    expect(arc.refused).toEqual(['timestamp']);
    expect(await driver.attempt(outgoing(), 2, never)).toMatchObject({ outcome: 'received' });
    expect(await driver.attempt(outgoing({ id: 'message-2' }), 1, never)).toMatchObject({ outcome: 'received' });
    expect(arc.received.map((message) => message.sequence)).toEqual(['0001', '0002']);
  });

  test('a NAK that brings no other time is not answered at once again and again', async () => {
    const arc = await receiver(transport);
    arc.next('nak', 'nak');
    const driver = sender(arc.port);
    expect((await driver.attempt(outgoing(), 1, never)).retryAfter).toBeGreaterThan(0);
    expect((await driver.attempt(outgoing(), 4, never)).retryAfter).toBeUndefined();
  });

  test('an unable receiver (DUH) is tried at once without text, and is not sent text again', async () => {
    const arc = await receiver(transport);
    arc.next('duh');
    const driver = sender(arc.port);
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', refused: true, retryAfter: 0, answer: expect.stringMatching(/^DUH .*received, but unable to process it/) });
    expect(await driver.attempt(outgoing(), 2, never)).toMatchObject({ outcome: 'received' });
    expect(await driver.attempt(outgoing({ id: 'message-2' }), 1, never)).toMatchObject({ outcome: 'received' });
    expect(arc.received.map((message) => message.extended)).toEqual([[], []]);
  });

  test('an account that the receiver does not know is a fault that says so', async () => {
    const arc = await receiver(transport, { accounts: ['AAAA'] });
    const driver = sender(arc.port);
    for (const attempt of [1, 2, 3]) expect(await driver.attempt(outgoing(), attempt, never)).toMatchObject({ outcome: 'failed', refused: true, answer: expect.stringContaining('DUH') });
    expect(await driver.check?.(never)).toMatchObject({ outcome: 'failed', answer: 'Link test: the primary receiver answers DUH to a link test.' });
  });

  test('NAK, then DUH, then nothing: the back-up receiver gets it, with the same number', async () => {
    const [primary, backup] = [await receiver(transport), await receiver(transport)];
    primary.next('nak', 'duh', 'nothing');
    const driver = sender(primary.port, { settings: { timeout: 2, backup: { host: '127.0.0.1', port: backup.port } } });
    const outcomes = [];
    do outcomes.push(await driver.attempt(outgoing(), outcomes.length + 1, never));
    while (outcomes.at(-1)?.outcome !== 'received');
    expect(outcomes.map(({ answer }) => answer.split(' ')[0])).toEqual(['NAK', 'DUH', 'No', 'ACK']);
    expect(Math.max(...outcomes.slice(0, 3).map(({ retryAfter = Infinity }) => retryAfter))).toBeLessThan(1000);
    expect(backup.received).toMatchObject([{ sequence: '0001', data: '#1234|1122 00 007' }]);
  });

  test('three tries each, in turn; the usual back-off begins when both had theirs', async () => {
    const ports = [await nobody(), await nobody()] as const;
    const driver = sender(ports[0], { settings: { timeout: short, backup: { host: '127.0.0.1', port: ports[1] } } });
    const outcomes = [];
    for (let attempt = 1; attempt <= 7; attempt++) outcomes.push(await driver.attempt(outgoing(), attempt, never));
    expect(outcomes.map(({ answer }) => (answer.includes('primary receiver') ? 'primary' : 'back-up'))).toEqual(['primary', 'primary', 'primary', 'back-up', 'back-up', 'back-up', 'primary']);
    expect(outcomes.map(({ retryAfter }) => retryAfter !== undefined)).toEqual([true, true, true, true, true, false, false]);
  });

  test('a message whose acknowledgement was lost is known again by its number', async () => {
    const arc = await receiver(transport);
    arc.next('nothing');
    const driver = sender(arc.port, { settings: { timeout: 2 } });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed' });
    expect(await driver.attempt(outgoing(), 2, never)).toMatchObject({ outcome: 'received' });
    expect(arc.received.map(({ sequence, duplicate }) => [sequence, duplicate])).toEqual([['0001', false], ['0001', true]]);
  });

  test('NULL messages supervise both receivers, and say which one is silent', async () => {
    const key = keys['aes-128'];
    const [primary, backup] = [await receiver(transport, keyRule(key)), await receiver(transport, keyRule(key))];
    const driver = sender(primary.port, { key, settings: { encryption: 'aes-128', timeout: 2, supervision: 60, backup: { host: '127.0.0.1', port: backup.port } } });
    expect(driver.checkEvery).toBeLessThanOrEqual(60 / 1.1);
    expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
    expect(primary.received).toMatchObject([{ id: 'NULL', encrypted: true, data: '', account: '1234' }]);
    expect(backup.received).toMatchObject([{ id: 'NULL', encrypted: true }]);
    backup.next('nothing');
    expect(await driver.check?.(never)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('the back-up receiver does not answer') });
  });

  test('a receiver that the last link test found silent has its turn after the other one', async () => {
    const [primary, backup] = [await receiver(transport), await receiver(transport)];
    const driver = sender(primary.port, { settings: { timeout: 2, backup: { host: '127.0.0.1', port: backup.port } } });
    primary.next('nothing');
    expect(await driver.check?.(never)).toMatchObject({ outcome: 'failed' });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received', answer: expect.stringContaining('back-up receiver') });
    expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
    expect(await driver.attempt(outgoing({ id: 'message-2' }), 1, never)).toMatchObject({ outcome: 'received', answer: expect.stringContaining('primary receiver') });
  });

  test('a link test sets the clock by NAK, so that the first alarm needs no second try', async () => {
    const arc = await receiver(transport);
    const driver = sender(arc.port, { now: () => Date.now() + 600_000 });
    expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
    expect(arc.refused).toEqual(['timestamp']);
  });

  test('a drill never leaves when the channel is not safe for drills; when it is, it is a test report', async () => {
    const arc = await receiver(transport);
    expect(await sender(arc.port).attempt(outgoing({ kind: 'drill' }), 1, never)).toMatchObject({ outcome: 'failed', answer: 'Not sent: this channel is not safe for drills.' });
    expect(arc.connections()).toBe(0);
    expect(await sender(arc.port, { safeForDrills: true }).attempt(outgoing({ kind: 'drill' }), 1, never)).toMatchObject({ outcome: 'received' });
    expect(arc.received).toMatchObject([{ data: '#1234|1601 00 007', extended: expect.arrayContaining(['IDRILL: Emergency at Ground floor']) }]);
  });

  test('a test of the channel is allowed on any channel', async () => {
    const arc = await receiver(transport);
    expect(await sender(arc.port).attempt(outgoing({ kind: 'test', occasion: 'test' }), 1, never)).toMatchObject({ outcome: 'received' });
    expect(arc.received[0]?.data).toBe('#1234|1601 00 007');
  });

  test('what is broken off ends at once', async () => {
    const arc = await receiver(transport);
    arc.next('nothing');
    const controller = new AbortController();
    const waiting = sender(arc.port).attempt(outgoing(), 1, controller.signal);
    await until('the receiver has the message', () => arc.received.length === 1);
    controller.abort();
    expect(await waiting).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('Broken off') });
    expect(await sender(arc.port).attempt(outgoing(), 1, controller.signal)).toMatchObject({ outcome: 'failed' });
  });

  test('a receiver is reached by its name, also when the name cannot be looked up any more', async () => {
    const arc = await receiver(transport);
    const answers = [null, new Error('EAI_AGAIN')];
    const lookup = createLookup((_name, give) => {
      const error = answers.shift() ?? null;
      give(error, error === null ? [{ address: '127.0.0.1', family: 4 }] : []);
    });
    const driver = sender(arc.port, { lookup, settings: { primary: { host: 'arc.example', port: arc.port } } });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received', answer: expect.stringContaining(`arc.example:${arc.port}`) });
    expect(await driver.attempt(outgoing({ id: 'message-2' }), 1, never)).toMatchObject({ outcome: 'received' });
    expect(answers).toEqual([]);
  });

  test('a host that cannot be found is a failed try', async () => {
    const driver = sender(1, { settings: { timeout: short, primary: { host: 'no-such-host.invalid', port: 5000 } } });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed' });
  });
});

describe('over tcp', () => {
  test('an acknowledgement that comes in pieces is put together', async () => {
    const arc = await receiver('tcp');
    arc.next('in pieces');
    expect(await createSender({ settings: { port: arc.port } }).attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
  });

  test('a receiver that hangs up without a word is a failed try', async () => {
    const arc = await receiver('tcp');
    arc.next('close');
    expect(await createSender({ settings: { port: arc.port } }).attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('closed the connection without an answer') });
  });
});

test('over a line that loses half of all datagrams every report arrives in the end, and a receiver can tell each one that came twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.boolean()), async (losses) => {
      const arc = await startReceiver('udp');
      const line = await startLossyLine(arc.port, () => losses.next().value === true);
      const driver = createSender({ settings: { transport: 'udp', port: line.port, timeout: 0.3 } });
      const send = async (zone: number): Promise<void> => {
        for (let attempt = 1; attempt < 100; attempt++) if ((await driver.attempt(outgoing({ id: `message-${zone}`, zone }), attempt, never)).outcome === 'received') return;
      };
      await Promise.all(Array.from({ length: 10 }, (_, index) => send(index + 1)));
      await line.stop();
      await arc.stop();
      expect(new Set(arc.received.map(({ data }) => data))).toHaveLength(10);
      expect(arc.received.filter(({ duplicate }) => !duplicate)).toHaveLength(10);
      expect(line.lost()).toBeGreaterThan(0);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test('messages side by side each get their own answer', async () => {
  const arc = await receiver('tcp');
  const driver = createSender({ settings: { port: arc.port }, counter: countUp(9990) });
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, number) => driver.attempt(outgoing({ id: `message-${number}`, zone: number + 1 }), 1, never)));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(20).fill('received'));
  expect(new Set(arc.received.map(({ sequence }) => sequence))).toHaveLength(20);
  expect(arc.received.map(({ sequence }) => sequence)).not.toContain('0000');
});

test('a key that does not fit the encryption is a fault that says so, and nothing leaves unencrypted', async () => {
  const arc = await receiver('tcp');
  for (const key of [undefined, keys['aes-128']]) {
    const driver = createSender({ settings: { port: arc.port, encryption: 'aes-256' }, ...(key === undefined ? {} : { key }) });
    expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('The key does not fit aes-256: it needs 64 hexadecimal digits') });
  }
  expect(arc.connections()).toBe(0);
});

test('without supervision no link test is sent', () => {
  expect(createSender({ settings: { port: 1, supervision: 0 } }).check).toBeNull();
});
