import type { OutgoingMessage } from '../core/channel/message.ts';

/** The subject line; a drill or test says so in its first word, whoever composed it. */
export const markedSubject = ({ kind, subject }: OutgoingMessage): string => (kind === 'real' || new RegExp(`\\b${kind}\\b`, 'i').test(subject) ? subject : `${kind.toUpperCase()}: ${subject}`);

/** One plain line for text messages: at most 160 characters, the length of one SMS. */
export const shortLine = (message: OutgoingMessage): string => cut(oneLine(markedSubject(message)), 160);

/** The lines for people under their subject; a drill or test says so there too. */
export const markedText = (message: OutgoingMessage): string => (message.kind === 'real' || message.text.includes(kindLines[message.kind]) ? message.text : `${kindLines[message.kind]}\n\n${message.text}`);

const kindLines = { drill: 'This is a drill. Nobody is in danger.', test: 'This is a test. Nobody is in danger.' } as const;

export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();

export const cut = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`);
