import type { ChannelSecrets } from '../contract/channel.ts';
import type { Log } from '../core/environment.ts';

/** Longest answer that is written down. */
const longestAnswer = 300;
const mask = '•••';

/** Takes the secrets of one channel out of whatever is written down or shown, in every form that a protocol gives them. */
export interface Scrub {
  /** One line of at most 300 characters without control characters. */
  readonly answer: (text: string) => string;
  readonly log: (log: Log) => Log;
}

export const createScrub = (secrets: ChannelSecrets, user = ''): Scrub => {
  const forms = formsOf(Object.values(secrets).filter((value) => value !== ''), user);
  const clean = (text: string): string => forms.reduce((rest, form) => rest.replaceAll(form, mask), text);
  return {
    answer: (text) => {
      const line = clean(text).replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
      return line.length <= longestAnswer ? line : `${line.slice(0, longestAnswer - 1).toWellFormed()}…`;
    },
    log: (log) => {
      // Called on the log itself: pino's methods need it as `this`.
      const masked =
        (level: keyof Log): Log['info'] =>
        (facts, message) =>
          log[level](cleanFacts(facts, clean), clean(message));
      return { debug: masked('debug'), info: masked('info'), warn: masked('warn'), error: masked('error') };
    },
  };
};

/** As they are, as Base64 (basic authentication, AUTH PLAIN and LOGIN), in hexadecimal of either case and percent-encoded; longest first. */
const formsOf = (values: readonly string[], user: string): readonly string[] => {
  const forms = values.flatMap((value) => [
    value,
    value.toUpperCase(),
    value.toLowerCase(),
    base64(value),
    base64(`${user}:${value}`),
    base64(`\0${user}\0${value}`),
    Buffer.from(value, 'utf8').toString('hex'),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]);
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
};

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const cleanFacts = (facts: object, clean: (text: string) => string): object => Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, cleanValue(value, clean)]));

const cleanValue = (value: unknown, clean: (text: string) => string): unknown => {
  if (typeof value === 'number' || typeof value === 'boolean' || value == null) return value;
  if (typeof value === 'string') return clean(value);
  if (value instanceof Error) return clean(String(value));
  return clean(JSON.stringify(value) ?? '');
};
