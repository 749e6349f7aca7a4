import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import type { Outcome } from '../core/channel/courier.ts';
import type { OutgoingMessage } from '../core/channel/message.ts';
import { capMediaType, createCap } from './cap.ts';
import type { ChannelOf, Driver, MakeDriver } from './driver.ts';
import { createRemaining } from './remaining.ts';
import { createTrust } from './trust.ts';
import { markedSubject, markedText, shortLine } from './wording.ts';

/** Longer than any SMTP server in use takes to greet; a mail gateway may look a sender up before it does. Milliseconds. */
const timeLimit = 20_000;

/**
 * E-mail by SMTP (RFC 5321), with STARTTLS (RFC 3207) that must succeed, or TLS from the start (RFC 8314). One connection a try: nothing
 * that went wrong before can spoil it. Received means that the server took it for every receiver (250 after the data); a try that not every
 * receiver was taken in is gone on with for the others alone. The check connects, encrypts and signs in, and sends nothing.
 */
export const createEmailDriver: MakeDriver<'email'> = ({ id, settings, secrets }, { lookup }): Driver => {
  const { host, port, security, user } = settings;
  const secureContext = createTrust(settings.ca);
  const remaining = createRemaining();

  /** Its sockets end with `signal`, for nodemailer itself cannot be told to stop. */
  const openTransport = (signal: AbortSignal) =>
    createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'plain',
      ...(user === '' ? {} : { auth: { user, pass: secrets.password ?? '' } }),
      tls: { secureContext, minVersion: 'TLSv1.2' },
      connectionTimeout: timeLimit,
      greetingTimeout: timeLimit,
      socketTimeout: timeLimit,
      disableFileAccess: true,
      disableUrlAccess: true,
      getSocket: (_options, give) => {
        const socket = connect({ host, port, signal, ...(lookup === undefined ? {} : { lookup }) });
        socket.once('error', (error) => give(error, undefined));
        socket.once('connect', () => give(null, { connection: socket }));
      },
    });

  return {
    attempt: async (message, _attempt, signal) => {
      const to = [...remaining.of(message.id, settings.to)];
      if (to.length === 0) return { outcome: 'received', answer: 'Received before.' };
      const sending = openTransport(signal).sendMail({ ...compose(id, settings, message), to: settings.to, envelope: { from: settings.from, to } });
      const sent = await sending.then((info) => ({ info }), refusal);
      if (!('info' in sent)) return sent;
      const { info } = sent;
      remaining.reached(message.id, to.filter((address) => !info.rejected.includes(address)));
      if (info.rejected.length === 0) return { outcome: 'received', answer: info.response };
      return { outcome: 'failed', answer: `Not taken for ${info.rejected.join(', ')}: ${info.rejectedErrors?.map((error) => error.response ?? error.message).join(' ') ?? info.response}`, refused: true };
    },
    check: async (signal) => {
      await openTransport(signal).verify();
      return { outcome: 'received', answer: '' };
    },
    checkEvery: 300,
    timeLimit,
    close: () => Promise.resolve(),
  };
};

/** A reply of 500 and more is for good (RFC 5321, 4.2.1); anything else is thrown on. */
const refusal = (error: unknown): Outcome => {
  if (error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500) return { outcome: 'failed', answer: error.message, refused: true };
  throw error;
};

const compose = (channel: string, settings: ChannelOf<'email'>['settings'], message: OutgoingMessage) => {
  const headers = {
    from: settings.from,
    // The same for every try, on whichever station: mail programs show one of two copies.
    messageId: `<${`${message.id}.${channel}`.replaceAll(/[^A-Za-z0-9.-]/g, '.')}@${settings.from.slice(settings.from.lastIndexOf('@') + 1)}>`,
    date: new Date(message.at),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Quietbell-Kind': message.kind, 'X-Quietbell-Occasion': message.occasion },
  };
  if (settings.form === 'sms') return { ...headers, text: shortLine(message) };
  return {
    ...headers,
    subject: markedSubject(message),
    text: markedText(message),
    ...(message.kind === 'real' && message.alarm !== null ? { priority: 'high' as const } : {}),
    ...(settings.cap ? { attachments: [{ filename: 'alert.xml', contentType: capMediaType, content: createCap(message, settings.to) }] } : {}),
  } satisfies SMTPTransport.MailOptions;
};
