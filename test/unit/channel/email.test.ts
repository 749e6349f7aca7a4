import { describe, expect, it } from 'vitest';
import { createTestAuthority } from '../../support/channel/certificates.ts';
import { startSmtpPeer, startTcpPeer, type SmtpPeer, type SmtpPeerOptions } from '../../support/channel/smtpPeer.ts';
import { openPeers } from '../../support/channel/openPeers.ts';
import { callForHelp, drill, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';
import { until } from '../../support/lan/until.ts';

const password = 'correct horse "battery" staple';

const authority = await createTestAuthority();
const tls = await authority.issue();

describe('the e-mail channel', () => {
  const { opened } = openPeers();
  const peer = async (options: SmtpPeerOptions = {}): Promise<SmtpPeer> => opened(await startSmtpPeer({ tls, ...options }));
  const mailChannel = (port: number, settings: object = {}, secrets = {}) => usableChannel('mail', { type: 'email', host: '127.0.0.1', port, from: 'quietbell@library.example', to: ['security@library.example'], ca: authority.ca, ...settings }, secrets, { safeForDrills: true });

  it('encrypts with STARTTLS, signs in, and counts as received what the server took', async () => {
    const server = await peer({ login: { user: 'bell', password } });
    const courier = opened(testCourier([mailChannel(server.port, { user: 'bell' }, { password })]));
    expect(await courier.attempt('mail', callForHelp, 1)).toMatchObject({ outcome: 'received', answer: expect.stringContaining('250') });
    expect(server.mails).toMatchObject([{ to: ['security@library.example'], user: 'bell', secure: true }]);
    expect(server.mails[0]?.raw).toContain('Subject: Emergency at Reading room, 2nd floor');
    expect(server.mails[0]?.raw).toContain('Nobody has answered yet.');
  });

  it('names every try of one message alike, so that a copy can be told', async () => {
    const server = await peer();
    const courier = opened(testCourier([mailChannel(server.port)]));
    const other = opened(testCourier([mailChannel(server.port)]));
    await courier.attempt('mail', callForHelp, 1);
    await other.attempt('mail', callForHelp, 2);
    const names = server.mails.map(({ raw }) => /^Message-ID:\s+(\S+)/m.exec(raw)?.[1]);
    expect(names).toHaveLength(2);
    expect(names[0]).toMatch(/^<[A-Za-z0-9.-]+@library\.example>$/);
    expect(names[0]).toBe(names[1]);
  });

  it('speaks TLS from the first byte where that is set', async () => {
    const server = await peer({ secure: true });
    const courier = opened(testCourier([mailChannel(server.port, { security: 'tls' })]));
    expect(await courier.attempt('mail', callForHelp, 1)).toMatchObject({ outcome: 'received' });
    expect(server.mails[0]?.secure).toBe(true);
  });

  it('sends in the clear only where that is set', async () => {
    const server = await peer({ starttls: false });
    const courier = opened(testCourier([mailChannel(server.port, { security: 'plain' })]));
    expect(await courier.attempt('mail', callForHelp, 1)).toMatchObject({ outcome: 'received' });
    expect(server.mails[0]?.secure).toBe(false);
  });

  it('sends nothing and no password to a server without STARTTLS', async () => {
    let heard = '';
    const server = opened(
      await startTcpPeer((socket) => {
        socket.write('220 old.example ESMTP\r\n');
        socket.on('data', (part) => {
          heard += part.toString('latin1');
          if (/^EHLO/im.test(part.toString('latin1'))) socket.write('250-old.example\r\n250 AUTH PLAIN LOGIN\r\n');
          else socket.write('500 no\r\n');
        });
      }),
    );
    const courier = opened(testCourier([mailChannel(server.port, { user: 'bell' }, { password })]));
    expect((await courier.attempt('mail', callForHelp, 1)).outcome).toBe('failed');
    expect(heard).not.toContain('AUTH ');
    expect(heard).not.toContain('MAIL FROM');
  });

  it('believes no certificate of a stranger', async () => {
    const stranger = await createTestAuthority('Stranger');
    const server = await peer({ tls: await stranger.issue() });
    const courier = opened(testCourier([mailChannel(server.port)]));
    expect(await courier.attempt('mail', callForHelp, 1)).toMatchObject({ outcome: 'failed', answer: expect.stringMatching(/certificate/i) });
    expect(server.mails).toHaveLength(0);
  });

  it('believes no certificate for another name', async () => {
    const server = await peer({ tls: await authority.issue(['mail.other.example']) });
    const courier = opened(testCourier([mailChannel(server.port)]));
    expect((await courier.attempt('mail', callForHelp, 1)).outcome).toBe('failed');
    expect(server.mails).toHaveLength(0);
  });

  it('says that a password was refused, without saying the password', async () => {
    const server = await peer({ login: { user: 'bell', password: 'another' } });
    const courier = opened(testCourier([mailChannel(server.port, { user: 'bell' }, { password })]));
    const outcome = await courier.attempt('mail', callForHelp, 1);
    expect(outcome).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('535') });
    for (const form of [password, Buffer.from(password).toString('base64'), Buffer.from(`\0bell\0${password}`).toString('base64')]) expect(`${outcome.answer}\n${courier.logged()}`).not.toContain(form);
  });

  it('goes on for the receivers that were not taken, and for them alone', async () => {
    let full = true;
    const server = await peer({ refuse: (address) => (full && address.startsWith('full') ? 'Mailbox is full' : null) });
    const courier = opened(testCourier([mailChannel(server.port, { to: ['security@library.example', 'full@library.example'] })]));
    expect(await courier.attempt('mail', callForHelp, 1)).toMatchObject({ outcome: 'failed', answer: expect.stringContaining('full@library.example') });
    full = false;
    expect(await courier.attempt('mail', callForHelp, 2)).toMatchObject({ outcome: 'received' });
    expect(await courier.attempt('mail', callForHelp, 3)).toMatchObject({ outcome: 'received' });
    expect(server.mails.map(({ to }) => to)).toEqual([['security@library.example'], ['full@library.example']]);
  });

  it('writes one short plain line for a gateway to text messages', async () => {
    const server = await peer();
    const courier = opened(testCourier([mailChannel(server.port, { form: 'sms' })]));
    await courier.attempt('mail', { ...callForHelp, subject: 'Emergency at '.padEnd(400, 'x') }, 1);
    const [headers, body = ''] = server.mails[0]?.raw.split('\r\n\r\n') ?? [];
    expect(headers).not.toMatch(/^Subject:/m);
    expect(headers).toMatch(/^Content-Type: text\/plain/m);
    expect(body.replaceAll('=\r\n', '').trim().length).toBeLessThanOrEqual(170);
  });

  it('adds the CAP document, and marks a drill in subject, text and document', async () => {
    const server = await peer();
    const courier = opened(testCourier([mailChannel(server.port, { cap: true })]));
    expect(await courier.attempt('mail', drill, 1)).toMatchObject({ outcome: 'received' });
    const raw = server.mails[0]?.raw ?? '';
    expect(raw).toMatch(/^Subject: DRILL: /m);
    expect(raw).toContain('This is a drill.');
    expect(raw).toContain('application/cap+xml');
    const attachment = /filename=alert\.xml\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1] ?? '';
    expect(Buffer.from(attachment, 'base64').toString('utf8')).toContain('<status>Exercise</status>');
  });

  it('is checked by a connection that signs in and sends nothing', async () => {
    const server = await peer({ login: { user: 'bell', password } });
    const courier = opened(testCourier([mailChannel(server.port, { user: 'bell' }, { password })]));
    courier.supervise(new Set(['mail']));
    await until('the channel was found to be well', () => courier.states().get('mail')?.state === 'ok');
    expect(server.mails).toHaveLength(0);
  });

  it('is at fault by itself when its password stops working', async () => {
    const server = await peer({ login: { user: 'bell', password: 'another' } });
    const courier = opened(testCourier([mailChannel(server.port, { user: 'bell' }, { password })]));
    courier.supervise(new Set(['mail']));
    await until('the channel was found at fault', () => courier.states().get('mail')?.state === 'fault');
    expect(courier.states().get('mail')?.message).toContain('535');
  });
});
