import { connect as connectPlain, type LookupFunction } from 'node:net';
import { connect as connectSecure, type SecureContext } from 'node:tls';
import { Agent, request } from 'undici';
import type { Outcome } from '../core/channel/courier.ts';
import { hmacSha256, toHex } from '../platform/primitives.ts';
import type { Driver, MakeDriver } from './driver.ts';
import { createRemaining } from './remaining.ts';
import { createTrust } from './trust.ts';
import { formsOf, type Form } from './webhookForms.ts';

const timeLimit = 15_000;
/** As much of an answer is looked at, in bytes. */
const answerBytes = 2000;
/** Once the status is known, the rest is waited for no longer. Milliseconds. */
const answerTime = 1000;
/** A server that wants to be left alone for longer is asked again all the same. Milliseconds. */
const longestPause = 10 * 60_000;

/**
 * A message as an HTTP POST. Received means an answer of 200 to 299. Redirects are not followed: an address that moved is to be set anew.
 * What the headers hold is described in `docs/channels.md`. The check makes a connection (TLS with its certificate) and sends nothing.
 */
export const createWebhookDriver: MakeDriver<'webhook'> = ({ settings, secrets }, { clock, lookup }): Driver => {
  const url = new URL(settings.url.replaceAll('{token}', secrets.token ?? ''));
  const secureContext = createTrust(settings.ca);
  const found = lookup === undefined ? {} : { lookup };
  // A connection a request: one that was kept may be dead.
  const agent = new Agent({ connect: { secureContext, ...found }, pipelining: 0, headersTimeout: timeLimit, bodyTimeout: timeLimit });
  const remaining = createRemaining();

  const send = async ({ body, headers }: Form, delivery: string, signal: AbortSignal): Promise<Outcome> => {
    const timestamp = String(Math.floor(clock.now() / 1000));
    const key = secrets.signingKey ?? '';
    const answer = await request(url, {
      method: 'POST',
      body,
      signal,
      dispatcher: agent,
      headers: {
        'user-agent': 'Quietbell',
        ...headers,
        'x-quietbell-delivery': delivery.replaceAll(/[^\x21-\x7e]/g, '-'),
        'x-quietbell-timestamp': timestamp,
        ...(key === '' ? {} : { 'x-quietbell-signature': `v1=${toHex(hmacSha256(Buffer.from(key, 'utf8'), Buffer.from(`${timestamp}.${body}`, 'utf8')))}` }),
        ...authorization(settings.user, secrets.password ?? '', secrets.bearer ?? ''),
      },
    });
    const text = await firstBytes(answer.body);
    return judge(answer.statusCode, answer.headers['retry-after'], text, clock.now());
  };

  return {
    attempt: async (message, _attempt, signal) => {
      const forms = formsOf(settings, message);
      const left = remaining.of(message.id, forms.map((form) => form.to));
      const outcomes = await Promise.all(
        forms
          .filter((form) => left.includes(form.to))
          .map(async (form) => {
            const outcome = await send(form, message.id, signal);
            if (outcome.outcome === 'received') remaining.reached(message.id, [form.to]);
            return outcome;
          }),
      );
      return outcomes.find((outcome) => outcome.outcome === 'failed') ?? outcomes[0] ?? { outcome: 'received', answer: 'Received before.' };
    },
    check: (signal) => reach(url, { secureContext, signal, ...found }),
    checkEvery: 300,
    timeLimit,
    close: () => agent.destroy(),
  };
};

const authorization = (user: string, password: string, bearer: string): Readonly<Record<string, string>> => {
  if (bearer !== '') return { authorization: `Bearer ${bearer}` };
  return user === '' ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` };
};

const judge = (status: number, retryAfter: string | readonly string[] | undefined, text: string, now: number): Outcome => {
  const answer = `${status} ${text}`.trim();
  if (status >= 200 && status < 300) return { outcome: 'received', answer };
  if (status >= 300 && status < 400) return { outcome: 'failed', answer: `${answer} (a redirect, which is not followed)`, refused: true };
  const pause = pauseOf(typeof retryAfter === 'string' ? retryAfter : undefined, now);
  const passing = status >= 500 || status === 408 || status === 425 || status === 429;
  return { outcome: 'failed', answer, ...(passing && pause !== null ? { retryAfter: pause } : {}), ...(passing ? {} : { refused: true }) };
};

/** Retry-After is seconds or a date (RFC 9110, 10.2.3). Milliseconds; null for anything else. */
const pauseOf = (value: string | undefined, now: number): number | null => {
  if (value === undefined) return null;
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(pause) ? Math.min(Math.max(pause, 0), longestPause) : null;
};

/** Whoever answers without end, or drop by drop, is not listened to for long. The status is known by then: a body that breaks off changes nothing. */
const firstBytes = async (body: AsyncIterable<unknown> & { readonly destroy: () => unknown }): Promise<string> => {
  const parts: Uint8Array[] = [];
  const timer = setTimeout(() => body.destroy(), answerTime);
  try {
    for await (const part of body) {
      if (part instanceof Uint8Array) parts.push(part);
      if (parts.reduce((sum, { length }) => sum + length, 0) >= answerBytes) break;
    }
  } catch {
    // What came so far is all there is.
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(parts).subarray(0, answerBytes).toString('utf8');
};

const reach = (url: URL, { secureContext, ...options }: { readonly secureContext: SecureContext; readonly signal: AbortSignal; readonly lookup?: LookupFunction }): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const secure = url.protocol === 'https:';
    const port = Number(url.port === '' ? (secure ? 443 : 80) : url.port);
    const plain = connectPlain({ host, port, ...options });
    const socket = secure ? connectSecure({ socket: plain, host, secureContext, ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }) }) : plain;
    for (const each of new Set([plain, socket])) each.on('error', reject);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      socket.end();
      plain.destroySoon();
      resolve({ outcome: 'received', answer: '' });
    });
  });
