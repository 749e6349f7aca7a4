import { describe, expect, it } from 'vitest';
import type { Driver } from '../../../main/channel/driver.ts';
import { createEmailDriver } from '../../../main/channel/email.ts';
import { createWebhookDriver } from '../../../main/channel/webhook.ts';
import { createTestAuthority } from '../../support/channel/certificates.ts';
import { startHttpPeer, type HttpPeer } from '../../support/channel/httpPeer.ts';
import { startTcpPeer, type TcpPeer } from '../../support/channel/smtpPeer.ts';
import { openPeers } from '../../support/channel/openPeers.ts';
import { callForHelp, drill, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';
import { until } from '../../support/lan/until.ts';

const authority = await createTestAuthority();
const tls = await authority.issue();

describe('the courier', () => {
  const { opened, closing } = openPeers();
  const mailTo = ({ port }: TcpPeer) => usableChannel('mail', { type: 'email', host: '127.0.0.1', port, from: 'bell@library.example', to: ['a@library.example'] });
  const hookTo = ({ port }: Pick<HttpPeer, 'port'>, secrets = {}, rest = {}) => usableChannel('hook', { type: 'webhook', url: `https://127.0.0.1:${port}/`, ca: authority.ca }, secrets, rest);

  it('is not held up by an SMTP server that hangs: the webhook beside it answers', async () => {
    const hanging = opened(await startTcpPeer());
    const answering = opened(await startHttpPeer(tls));
    const courier = opened(testCourier([mailTo(hanging), hookTo(answering)]));
    let mailEnded = false;
    const mails = [1, 2, 3].map((attempt) => courier.attempt('mail', callForHelp, attempt));
    void Promise.race(mails).then(() => (mailEnded = true));
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'received' });
    expect(mailEnded).toBe(false);
    await courier.close();
    expect(await Promise.all(mails)).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }, { outcome: 'failed' }]);
  });

  it('ends a try when its time is over, and lets go of the connection', async () => {
    const hanging = opened(await startTcpPeer());
    const courier = opened(testCourier([mailTo(hanging)], { email: (channel, deps) => ({ ...createEmailDriver(channel, deps), timeLimit: 150 }) }));
    expect(await courier.attempt('mail', callForHelp, 1)).toEqual({ outcome: 'failed', answer: 'No answer within 0.15 seconds.' });
    await until('the connection is closed', () => hanging.connections() === 0);
  });

  it('never rejects, whatever a driver does', async () => {
    const wild = (attempt: Driver['attempt']): Driver => ({ attempt, check: () => Promise.reject(new Error('check')), checkEvery: 300, timeLimit: 500, close: () => Promise.reject(new Error('close')) });
    const throwing = opened(
      testCourier([hookTo({ port: 1 })], {
        webhook: () =>
          wild(() => {
            throw new Error('at once');
          }),
      }),
    );
    expect(await throwing.attempt('hook', callForHelp, 1)).toEqual({ outcome: 'failed', answer: 'at once' });
    const unmakeable = opened(
      testCourier([hookTo({ port: 1 })], {
        webhook: () => {
          throw new Error('cannot be made');
        },
      }),
    );
    expect(await unmakeable.attempt('hook', callForHelp, 1)).toEqual({ outcome: 'failed', answer: 'This channel cannot be used as it is set: cannot be made' });
    unmakeable.supervise(new Set(['hook']));
    await until('it is a fault', () => unmakeable.states().get('hook')?.state === 'fault');
    expect((await unmakeable.attempt('no-such', callForHelp, 1)).outcome).toBe('failed');
  });

  it('gives answers of one line and at most 300 characters', async () => {
    const server = opened(await startHttpPeer(tls, (response) => response.writeHead(500).end(`a\r\nb\u0000\u001B[31m${'🚨x'.repeat(5000)}`)));
    const courier = opened(testCourier([hookTo(server)]));
    const { answer } = await courier.attempt('hook', callForHelp, 1);
    expect(answer.length).toBeLessThanOrEqual(300);
    expect(answer).toMatch(/^500 a b \[31m/);
    expect(answer).toBe(answer.toWellFormed());
    expect(answer).not.toMatch(/\p{Cc}/u);
  });

  it('takes every secret out of answers and log lines, in whatever form a server gives it back', async () => {
    const secrets = { password: 'pass w"örd/+', signingKey: 'sign-key-123', bearer: '' };
    const server = opened(
      await startHttpPeer(tls, (response, { headers }) =>
        response.writeHead(401).end(`You said ${headers.authorization ?? ''}, that is ${secrets.password} ${encodeURIComponent(secrets.password)} ${Buffer.from(secrets.password).toString('base64')} ${JSON.stringify(secrets.password)} ${secrets.signingKey.toUpperCase()}`),
      ),
    );
    const courier = opened(testCourier([usableChannel('hook', { type: 'webhook', url: `https://127.0.0.1:${server.port}/`, ca: authority.ca, user: 'bell' }, secrets)]));
    const { answer } = await courier.attempt('hook', callForHelp, 1);
    const said = `${answer}\n${courier.logged()}`;
    expect(said).toContain('You said Basic •••');
    for (const form of [secrets.password, encodeURIComponent(secrets.password), Buffer.from(secrets.password).toString('base64'), Buffer.from(`bell:${secrets.password}`).toString('base64'), JSON.stringify(secrets.password).slice(1, -1), secrets.signingKey, secrets.signingKey.toUpperCase()]) expect(said).not.toContain(form);
  });

  it('never lets a drill out on a channel that is not safe for drills, whoever asks', async () => {
    const server = opened(await startHttpPeer(tls));
    const courier = opened(testCourier([hookTo(server)]));
    expect((await courier.attempt('hook', drill, 1)).outcome).toBe('failed');
    expect((await courier.attempt('hook', { ...callForHelp, kind: 'test' }, 1)).outcome).toBe('failed');
    expect(server.requests).toHaveLength(0);
    courier.use([hookTo(server, {}, { safeForDrills: true })]);
    expect((await courier.attempt('hook', drill, 1)).outcome).toBe('received');
  });

  it('keeps the drivers of channels that stay as they were, and lets what is under way come to its end', async () => {
    const made: string[] = [];
    const ended: string[] = [];
    let answer = (): void => {};
    const server = opened(await startHttpPeer(tls, (response) => (answer = () => response.end())));
    const courier = opened(
      testCourier([hookTo(server)], {
        webhook: (channel, deps) => {
          const driver = createWebhookDriver(channel, deps);
          made.push(channel.name);
          return {
            ...driver,
            close: () => {
              ended.push(channel.name);
              return driver.close();
            },
          };
        },
      }),
    );
    courier.use([hookTo(server)]);
    expect(made).toEqual(['hook']);
    const underWay = courier.attempt('hook', callForHelp, 1);
    await until('the server has it', () => server.requests.length === 1);
    courier.use([hookTo(server, {}, { name: 'Hook, renamed' })]);
    expect(made).toEqual(['hook', 'Hook, renamed']);
    expect(ended).toEqual([]);
    answer();
    expect(await underWay).toMatchObject({ outcome: 'received' });
    await until('the old driver was closed', () => ended.length === 1);
  });

  it('supervises what it is told to, tells of changes, and notices by itself when the other end comes back', async () => {
    const nothing = opened(await startTcpPeer());
    await nothing.close();
    const courier = opened(testCourier([hookTo(nothing)], { webhook: (channel, deps) => ({ ...createWebhookDriver(channel, deps), checkEvery: 0.2 }) }));
    expect(courier.states().get('hook')).toMatchObject({ state: 'unused' });
    let told = 0;
    courier.onChanged(() => (told += 1));
    courier.supervise(new Set(['hook']));
    await until('the fault was found', () => courier.states().get('hook')?.state === 'fault');
    expect(told).toBeGreaterThan(0);
    expect(courier.states().get('hook')?.message).toMatch(/ECONNREFUSED/);
    const server = await startHttpPeer(tls);
    closing.push(server.close);
    courier.use([hookTo(server)]);
    await until('the channel is well again', () => courier.states().get('hook')?.state === 'ok');
    courier.supervise(new Set());
    expect(courier.states().get('hook')).toMatchObject({ state: 'unused', message: '' });
  });

  it('takes a message that arrived for a check, and a refusal for a fault that no check ends', async () => {
    let refuses = true;
    const server = opened(await startHttpPeer(tls, (response) => response.writeHead(refuses ? 403 : 200).end()));
    const courier = opened(testCourier([hookTo(server)], { webhook: (channel, deps) => ({ ...createWebhookDriver(channel, deps), checkEvery: 0.05 }) }));
    courier.supervise(new Set(['hook']));
    await until('the first check went well', () => courier.states().get('hook')?.state === 'ok');
    await courier.attempt('hook', callForHelp, 1);
    expect(courier.states().get('hook')).toMatchObject({ state: 'fault', message: expect.stringContaining('403') });
    let checks = 0;
    courier.onChanged(() => (checks += 1));
    await until('checks went well meanwhile', () => checks >= 3);
    expect(courier.states().get('hook')?.state).toBe('fault');
    refuses = false;
    await courier.attempt('hook', callForHelp, 2);
    expect(courier.states().get('hook')?.state).toBe('ok');
  });

  it('closes at once while channels hang', async () => {
    const hanging = await startTcpPeer();
    closing.push(hanging.close);
    const courier = testCourier([mailTo(hanging)]);
    courier.supervise(new Set(['mail']));
    const mail = courier.attempt('mail', callForHelp, 1);
    await until('both are connected', () => hanging.connections() === 2);
    await courier.close();
    expect(await mail).toEqual({ outcome: 'failed', answer: 'Broken off.' });
    await until('nothing is left open', () => hanging.connections() === 0);
  });
});

