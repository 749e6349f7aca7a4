import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createWebhookDriver } from '../../../main/channel/webhook.ts';
import { createTestAuthority } from '../../support/channel/certificates.ts';
import { checkCap } from '../../support/channel/checkCap.ts';
import { startHttpPeer, type HttpPeer, type ReceivedRequest } from '../../support/channel/httpPeer.ts';
import { openPeers } from '../../support/channel/openPeers.ts';
import { callForHelp, drill, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';
import { until } from '../../support/lan/until.ts';

const signingKey = 'a key that both ends know';

const authority = await createTestAuthority();
const tls = await authority.issue();

describe('the webhook channel', () => {
  const { opened } = openPeers();
  const peer = async (answer?: (response: ServerResponse, request: ReceivedRequest) => void): Promise<HttpPeer> => opened(await startHttpPeer(tls, answer));
  const hook = ({ port }: HttpPeer, settings: object = {}, secrets = {}) => usableChannel('hook', { type: 'webhook', url: `https://127.0.0.1:${port}/in`, ca: authority.ca, ...settings }, secrets, { safeForDrills: true });

  it('posts the message as JSON over TLS, and an answer of 2xx is its receipt', async () => {
    const server = await peer((response) => response.writeHead(202).end('queued'));
    const courier = opened(testCourier([hook(server)]));
    expect(await courier.attempt('hook', callForHelp, 1)).toEqual({ outcome: 'received', answer: '202 queued' });
    expect(server.requests).toMatchObject([{ method: 'POST', path: '/in', headers: { 'content-type': 'application/json', 'x-quietbell-delivery': callForHelp.id } }]);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ version: 1, id: callForHelp.id, occasion: 'raised', kind: 'real', level: 'emergency', place: 'Reading room, 2nd floor', at: '2026-11-24T09:30:15.250Z' });
  });

  it('is signed with HMAC-SHA-256 over the time and the body, anew at each try', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server, {}, { signingKey })]));
    const before = Math.floor(Date.now() / 1000);
    await courier.attempt('hook', callForHelp, 1);
    const request = server.requests[0];
    const timestamp = String(request?.headers['x-quietbell-timestamp']);
    expect(request?.headers['x-quietbell-signature']).toBe(`v1=${createHmac('sha256', signingKey).update(`${timestamp}.${request?.body ?? ''}`).digest('hex')}`);
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before);
    expect(Number(timestamp)).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
    expect(`${JSON.stringify(request)}${courier.logged()}`).not.toContain(signingKey);
  });

  it('says what the server answered when it fails, and that it may come back', async () => {
    const server = await peer((response) => response.writeHead(500).end('out of memory'));
    const courier = opened(testCourier([hook(server)]));
    expect(await courier.attempt('hook', callForHelp, 1)).toEqual({ outcome: 'failed', answer: '500 out of memory' });
  });

  it('waits for as long as a server asks for that has too much to do', async () => {
    const server = await peer((response) => response.writeHead(429, { 'retry-after': '7' }).end());
    const courier = opened(testCourier([hook(server)]));
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'failed', retryAfter: 7000 });
  });

  it('follows no redirect: whoever the message was not meant for does not get it', async () => {
    const elsewhere = await peer();
    const server = await peer((response) => response.writeHead(307, { location: `https://127.0.0.1:${elsewhere.port}/` }).end());
    const courier = opened(testCourier([hook(server)]));
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('307'), refused: true });
    expect(elsewhere.requests).toHaveLength(0);
  });

  it('survives a server that drops the connection instead of an answer', async () => {
    const server = opened(await startHttpPeer(tls, (_response, _request, incoming) => incoming.socket.destroy()));
    const courier = opened(testCourier([hook(server)]));
    expect((await courier.attempt('hook', callForHelp, 1)).outcome).toBe('failed');
    expect((await courier.attempt('hook', callForHelp, 2)).outcome).toBe('failed');
  });

  it('takes an answer that comes late, and gives up one that does not come in time', async () => {
    const held: ServerResponse[] = [];
    const server = await peer((response) => void held.push(response));
    const courier = opened(testCourier([hook(server)]));
    const late = courier.attempt('hook', callForHelp, 1);
    await until('the server has it', () => held.length === 1);
    held[0]?.end('at last');
    expect(await late).toEqual({ outcome: 'received', answer: '200 at last' });

    const hasty = opened(testCourier([hook(server)], { webhook: (channel, deps) => ({ ...createWebhookDriver(channel, deps), timeLimit: 200 }) }));
    expect(await hasty.attempt('hook', callForHelp, 1)).toEqual({ outcome: 'failed', answer: 'No answer within 0.2 seconds.' });
  });

  it('takes the status for the receipt, although the rest of the answer comes drop by drop', async () => {
    let drops: NodeJS.Timeout | undefined;
    const server = await peer((response) => {
      response.writeHead(200);
      drops = setInterval(() => response.write('.'), 20);
    });
    const courier = opened(testCourier([hook(server)]));
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'received', answer: expect.stringMatching(/^200 \.*$/) });
    clearInterval(drops);
  });

  it('believes no certificate of a stranger', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server, { ca: '' })]));
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'failed', answer: expect.stringMatching(/certificate|issuer/i) });
    expect(server.requests).toHaveLength(0);
  });

  it('puts a secret part of the address in its place, and says it nowhere', async () => {
    const server = await peer((response, { path }) => response.writeHead(404).end(`no such path: ${path}`));
    const courier = opened(testCourier([hook(server, { url: `https://127.0.0.1:${server.port}/services/{token}` }, { token: 'T00/B00/s3cr3tpart' })]));
    const outcome = await courier.attempt('hook', callForHelp, 1);
    expect(server.requests[0]?.path).toBe('/services/T00/B00/s3cr3tpart');
    expect(`${outcome.answer}${courier.logged()}`).not.toContain('s3cr3tpart');
  });

  it('signs in with a user and password, or with a bearer', async () => {
    const server = await peer();
    const basic = opened(testCourier([hook(server, { user: 'bell' }, { password: 'pw-1234' })]));
    await basic.attempt('hook', callForHelp, 1);
    const bearer = opened(testCourier([hook(server, {}, { bearer: 'tok-1234' })]));
    await bearer.attempt('hook', callForHelp, 1);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([`Basic ${Buffer.from('bell:pw-1234').toString('base64')}`, 'Bearer tok-1234']);
  });

  it('sends the CAP document as CAP', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server, { template: 'cap' })]));
    await courier.attempt('hook', drill, 1);
    expect(server.requests[0]?.headers['content-type']).toMatch(/^application\/cap\+xml/);
    expect(checkCap(server.requests[0]?.body ?? '')).toEqual([]);
    expect(server.requests[0]?.body).toContain('<status>Exercise</status>');
  });

  it('makes a card for Teams in which no name can make a link', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server, { template: 'teams' })]));
    await courier.attempt('hook', { ...drill, place: '[Room](http://evil.example)' }, 1);
    const card: unknown = JSON.parse(server.requests[0]?.body ?? '');
    expect(card).toMatchObject({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', body: [{ text: 'DRILL: Emergency at Reading room, 2nd floor' }, {}, { facts: [{}, { value: '\\[Room\\]\\(http://evil.example\\)' }, {}] }] } }] });
  });

  it('makes a message for Slack in which a name calls nobody', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server, { template: 'slack' })]));
    await courier.attempt('hook', { ...callForHelp, subject: 'Emergency at <!channel>' }, 1);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ text: 'Emergency at &lt;!channel&gt;', blocks: [{ type: 'header', text: { type: 'plain_text' } }, { type: 'section' }] });
  });

  it('wakes with ntfy for a real emergency, and not for a drill; other letters travel in the title', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server, { template: 'ntfy' })]));
    await courier.attempt('hook', { ...callForHelp, subject: 'Emergency at Café' }, 1);
    await courier.attempt('hook', drill, 1);
    expect(server.requests[0]?.headers).toMatchObject({ priority: '5', tags: 'rotating_light', title: `=?UTF-8?B?${Buffer.from('Emergency at Café').toString('base64')}?=` });
    expect(server.requests[1]?.headers).toMatchObject({ priority: '3', tags: 'loudspeaker,drill', title: 'DRILL: Emergency at Reading room, 2nd floor' });
    expect(server.requests[0]?.body).toBe(callForHelp.text);
  });

  it('asks a provider of text messages once a number, and again only for the number that failed', async () => {
    let down = true;
    const server = await peer((response, { body }) => (down && body.includes('%2B4420') ? response.writeHead(503).end('later') : response.writeHead(201).end('{"status":"queued"}')));
    const courier = opened(testCourier([hook(server, { template: 'sms-form', from: '+15005550006', to: ['+4420000001', '+4910000002'], user: 'AC1' }, { password: 'pw-1234' })]));
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'failed', answer: '503 later' });
    down = false;
    expect(await courier.attempt('hook', callForHelp, 2)).toMatchObject({ outcome: 'received' });
    const asked = server.requests.map(({ body }) => new URLSearchParams(body).get('To'));
    expect(asked.filter((to) => to === '+4420000001')).toHaveLength(2);
    expect(asked.filter((to) => to === '+4910000002')).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toMatchObject({ From: '+15005550006', Body: 'Emergency at Reading room, 2nd floor' });
  });

  it('is checked by a connection with its certificate, and nothing is posted', async () => {
    const server = await peer();
    const courier = opened(testCourier([hook(server)]));
    courier.supervise(new Set(['hook']));
    await until('the channel was found to be well', () => courier.states().get('hook')?.state === 'ok');
    expect(server.requests).toHaveLength(0);
  });
});
