import { hostname } from 'node:os';
import type { OutgoingMessage } from '../core/channel/message.ts';
import { markedSubject, oneLine } from './wording.ts';

/** What one line of RFC 5424 is made of. */
export interface SyslogLine {
  /** 0 to 23 (RFC 5424, table 1). */
  readonly facility: number;
  /** 0 (emergency) to 7 (debug) (table 2). */
  readonly severity: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly messageId: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly text: string;
}

/** 32473 is the enterprise number for examples (RFC 5612): Quietbell has none of its own. */
const structure = 'quietbell@32473';

/** One message in the form of RFC 5424, section 6; text that is more than ASCII begins with the byte-order mark (6.4). */
export const formatSyslog = ({ facility, severity, at, messageId, facts, text }: SyslogLine): string => {
  const parameters = Object.entries(facts).map(([name, value]) => ` ${name}="${oneLine(value.toWellFormed()).replaceAll(/["\\\]]/g, '\\$&')}"`);
  const line = oneLine(text.toWellFormed());
  const priority = facility * 8 + severity;
  return `<${priority}>1 ${new Date(at).toISOString()} ${printable(hostname(), 255)} quietbell - ${printable(messageId, 32)} [${structure}${parameters.join('')}] ${/^[\x20-\x7e]*$/.test(line) ? '' : '\uFEFF'}${line}`;
};

/** Octet counting (RFC 5425, 4.3; over plain TCP RFC 6587, 3.4.1). */
export const frameSyslog = (line: string): Uint8Array => {
  const bytes = Buffer.from(line, 'utf8');
  return Buffer.concat([Buffer.from(`${bytes.length} `, 'ascii'), bytes]);
};

/** An alarm, a fault or a test in words. */
export const lineOf = (facility: number, message: OutgoingMessage): SyslogLine => ({
  facility,
  severity: severityOf(message),
  at: message.at,
  messageId: message.occasion,
  facts: {
    id: message.id,
    kind: message.kind,
    level: message.level,
    ...(message.alarm === null ? {} : { alarm: message.alarm }),
    ...(message.fault === null ? {} : { fault: message.fault }),
    site: message.site,
    station: message.station,
    stationId: message.stationId,
    place: message.place,
    zone: String(message.zone),
  },
  text: markedSubject(message),
});

/** 1 alert, 2 critical, 4 warning, 5 notice, 6 informational. */
const severityOf = ({ kind, occasion, level }: OutgoingMessage): number => {
  if (kind !== 'real' || occasion === 'test') return 6;
  if (occasion === 'closed' || occasion === 'fault-ended') return 5;
  if (occasion === 'fault') return 4;
  return level === 'emergency' ? 1 : 2;
};

/** Header fields are printable ASCII without spaces; `-` where nothing is left. */
const printable = (text: string, longest: number): string => text.replaceAll(/[^\x21-\x7e]/g, '').slice(0, longest) || '-';
