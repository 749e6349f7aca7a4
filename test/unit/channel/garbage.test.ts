import { afterEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Socket } from 'node:net';
import { createEmailDriver } from '../../../main/channel/email.ts';
import { createMqttDriver } from '../../../main/channel/mqtt.ts';
import { createSyslogDriver } from '../../../main/channel/syslog.ts';
import { createWebhookDriver } from '../../../main/channel/webhook.ts';
import { startTcpPeer } from '../../support/channel/smtpPeer.ts';
import { callForHelp, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';

/** What a server says on connecting, what it answers to what it hears, and whether it hangs up then. */
const anyTalk = fc.record({
  greeting: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('220 mail\r\n', '220-', 'HTTP/1.1 200 OK\r\n', '\u0016\u0003\u0003', ' \u0002\u0000\u0000').map((text) => Buffer.from(text, 'latin1'))),
  answers: fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .constantFrom('250-mail\r\n250 AUTH PLAIN\r\n', '250 ok\r\n', '99999 no\r\n', 'HTTP/1.1 200\r\nContent-Length: -5\r\n\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'HTTP/1.1 999 \u0000\r\n\r\n', '@\u0002\u0000\u0001', '\u0090\u0003\u0000\u0001\u0080')
        .map((text) => Buffer.from(text, 'latin1')),
    ),
    { maxLength: 4 },
  ),
  hangsUp: fc.boolean(),
});

const talk =
  ({ greeting, answers, hangsUp }: { readonly greeting: Uint8Array; readonly answers: readonly Uint8Array[]; readonly hangsUp: boolean }) =>
  (socket: Socket): void => {
    const rest = [...answers];
    socket.write(greeting);
    socket.on('data', () => {
      const next = rest.shift();
      if (next !== undefined) socket.write(next);
      else if (hangsUp) socket.destroy();
    });
  };

describe('servers that answer garbage', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  const secure = {
    email: (port: number) => ({ type: 'email' as const, host: '127.0.0.1', port, security: 'tls', from: 'bell@library.example', to: ['a@library.example'] }),
    webhook: (port: number) => ({ type: 'webhook' as const, url: `https://127.0.0.1:${port}/` }),
    mqtt: (port: number) => ({ type: 'mqtt' as const, host: '127.0.0.1', port }),
    syslog: (port: number) => ({ type: 'syslog' as const, host: '127.0.0.1', port }),
  };
  const settings = {
    email: (port: number) => ({ type: 'email' as const, host: '127.0.0.1', port, security: 'plain', from: 'bell@library.example', to: ['a@library.example'] }),
    webhook: (port: number) => ({ type: 'webhook' as const, url: `http://127.0.0.1:${port}/` }),
    mqtt: (port: number) => ({ type: 'mqtt' as const, host: '127.0.0.1', port, tls: false }),
    syslog: (port: number) => ({ type: 'syslog' as const, host: '127.0.0.1', port, tls: false }),
  };

  const types = ['email', 'webhook', 'mqtt', 'syslog'] as const;
  it.each([...types.map((type) => [type, 'in the clear', settings] as const), ...types.map((type) => [type, 'over TLS', secure] as const)])('give %s %s an outcome of one line, and crash nothing', { timeout: 60_000 }, async (type, _how, how) => {
    const thrown: unknown[] = [];
    const note = (error: unknown): void => void thrown.push(error);
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
    closing.push(async () => {
      process.off('uncaughtException', note);
      process.off('unhandledRejection', note);
    });
    await fc.assert(
      fc.asyncProperty(anyTalk, async (said) => {
        const server = await startTcpPeer(talk(said));
        const courier = testCourier([usableChannel('out', how[type](server.port))], {
          email: (channel, deps) => ({ ...createEmailDriver(channel, deps), timeLimit: 120 }),
          webhook: (channel, deps) => ({ ...createWebhookDriver(channel, deps), timeLimit: 120 }),
          mqtt: (channel, deps) => ({ ...createMqttDriver(channel, deps), timeLimit: 120 }),
          syslog: (channel, deps) => ({ ...createSyslogDriver(channel, deps), timeLimit: 120 }),
        });
        try {
          courier.supervise(new Set(['out']));
          const outcome = await courier.attempt('out', callForHelp, 1);
          expect(['received', 'failed']).toContain(outcome.outcome);
          expect(outcome.answer.length).toBeLessThanOrEqual(300);
          expect(outcome.answer).not.toMatch(/\p{Cc}/u);
        } finally {
          await courier.close();
          await server.close();
        }
      }),
      { numRuns: 30 },
    );
    expect(thrown).toEqual([]);
  });
});
