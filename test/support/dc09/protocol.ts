/** The receiver's own reading of SIA DC-09; nothing here comes from `main`. */
import { createCipheriv, createDecipheriv } from 'node:crypto';

export interface ReceiverRules {
  /** Then only encrypted messages are taken. */
  readonly key?: Buffer;
  /** Accounts it knows; all of them when left out. Others get DUH. */
  readonly accounts?: readonly string[];
  /** Its clock, milliseconds since the epoch. */
  readonly now?: () => number;
  /** It does not look at the time of messages, as some are set. */
  readonly takesAnyTime?: boolean;
}

export interface ReceivedMessage {
  readonly id: string;
  readonly encrypted: boolean;
  readonly sequence: string;
  readonly receiver: string;
  readonly line: string;
  readonly account: string;
  readonly data: string;
  readonly extended: readonly string[];
  readonly timestamp: string;
  /** It has had this one already: same account, number, data. */
  readonly duplicate: boolean;
}

export type Judged =
  | { readonly verdict: 'discard'; readonly reason: string }
  | { readonly verdict: 'nak'; readonly reason: string; readonly message: ReceivedMessage }
  | { readonly verdict: 'ack' | 'duh'; readonly message: ReceivedMessage };

/** A frame that is damaged is not answered; one out of its time gets NAK; an account nobody knows gets DUH. */
export const judge = (bytes: Buffer, rules: ReceiverRules, before: readonly ReceivedMessage[]): Judged => {
  const start = bytes.lastIndexOf(0x0a);
  if (start < 0 || bytes.at(-1) !== 0x0d) return { verdict: 'discard', reason: 'no LF and CR' };
  const frame = bytes.subarray(start + 1, -1);
  if (frame.length < 9) return { verdict: 'discard', reason: 'too short' };
  const header = frame.subarray(0, 8).toString('latin1');
  if (!/^[0-9a-fA-F]{8}$/.test(header)) return { verdict: 'discard', reason: 'no CRC and length' };
  const content = frame.subarray(8);
  if (content.length !== Number.parseInt(header.slice(4), 16)) return { verdict: 'discard', reason: 'length' };
  if (crcByTable(content) !== Number.parseInt(header.slice(0, 4), 16)) return { verdict: 'discard', reason: 'CRC' };
  const message = dissect(content.toString('latin1'), rules.key ?? null);
  if (typeof message === 'string') return { verdict: 'discard', reason: message };
  if (rules.key !== undefined && !message.encrypted) return { verdict: 'discard', reason: 'not encrypted' };
  if (message.encrypted && message.timestamp === '') return { verdict: 'discard', reason: 'encrypted without timestamp' };
  if (message.timestamp !== '' && rules.takesAnyTime !== true) {
    const late = ((rules.now ?? Date.now)() - readMoment(message.timestamp)) / 1000;
    if (!(late <= 40 && late >= -21)) return { verdict: 'nak', reason: 'timestamp', message };
  }
  const known = rules.accounts === undefined || rules.accounts.includes(message.account);
  const duplicate = before.some((other) => other.account === message.account && other.sequence === message.sequence && other.data === message.data);
  return { verdict: known && ['ADM-CID', 'SIA-DCS', 'NULL'].includes(message.id) ? 'ack' : 'duh', message: { ...message, duplicate } };
};

/** Walks the content from left to right. A sentence when it is none. */
const dissect = (content: string, key: Buffer | null): ReceivedMessage | string => {
  if (content[0] !== '"') return 'no quote';
  const quote = content.indexOf('"', 1);
  const bracket = content.indexOf('[', quote);
  if (quote < 0 || bracket < 0) return 'no id or no data';
  const token = content.slice(1, quote);
  const encrypted = token.startsWith('*');
  const middle = content.slice(quote + 1, bracket);
  const hash = middle.indexOf('#');
  const l = middle.indexOf('L');
  if (hash < 0 || l < 4 || hash < l) return 'no line or account';
  const sequence = middle.slice(0, 4);
  if (Number.isNaN(Number.parseInt(sequence, 10)) || Number.parseInt(sequence, 10).toString().padStart(4, '0') !== sequence || sequence === '0000') return 'no sequence number';
  const receiver = middle.slice(4, l);
  if (receiver !== '' && receiver[0] !== 'R') return 'no receiver number';
  const account = middle.slice(hash + 1);
  if (account.length < 3 || account.length > 16) return 'account of the wrong length';
  let text = content.slice(bracket + 1);
  if (encrypted) {
    if (key === null) return 'no key for an encrypted message';
    const plain = decipher(text, key);
    if (plain === null) return 'not decipherable';
    text = plain.slice(plain.indexOf('|') + 1);
  }
  const end = text.indexOf(']');
  if (end < 0) return 'no closing bracket';
  const extended: string[] = [];
  let at = end + 1;
  while (text[at] === '[') {
    const close = text.indexOf(']', at);
    if (close < 0) return 'extended data without end';
    extended.push(text.slice(at + 1, close));
    at = close + 1;
  }
  const timestamp = text.slice(at);
  if (timestamp !== '' && Number.isNaN(readMoment(timestamp))) return 'not a timestamp';
  return { id: encrypted ? token.slice(1) : token, encrypted, sequence, receiver: receiver.slice(1), line: middle.slice(l + 1, hash), account, data: text.slice(0, end), extended, timestamp, duplicate: false };
};

/** ACK and DUH echo what came, encrypted as it came; NAK is always plain, names nobody and gives the time. */
export const answerFrame = (kind: 'ACK' | 'NAK' | 'DUH', to: ReceivedMessage, key: Buffer | null, at: number): Buffer => {
  const time = writeMoment(at);
  if (kind === 'NAK') return frameOf(`"NAK"0000R0L0A0[]${time}`);
  const head = `${to.sequence}${to.receiver === '' ? '' : `R${to.receiver}`}L${to.line}#${to.account}[`;
  if (!to.encrypted || key === null) return frameOf(`"${kind}"${head}]${kind === 'ACK' ? time : ''}`);
  return frameOf(`"*${kind}"${head}${encipher(`|]${time}`, key)}`);
};

export const frameOf = (content: string): Buffer => {
  const bytes = Buffer.from(content, 'latin1');
  const header = Buffer.alloc(4);
  header.writeUInt16BE(crcByTable(bytes), 0);
  header.writeUInt16BE(bytes.length, 2);
  return Buffer.concat([Buffer.from(`\n${header.toString('hex').toUpperCase()}`), bytes, Buffer.from('\r')]);
};

const table = Array.from({ length: 256 }, (_, index) => Array.from({ length: 8 }).reduce<number>((value) => (value & 1 ? (value >> 1) ^ 0xa001 : value >> 1), index));
const crcByTable = (bytes: Buffer): number => bytes.reduce((crc, byte) => (crc >> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0), 0);

const encipher = (text: string, key: Buffer): string => {
  const padded = text.padStart(Math.ceil((text.length + 1) / 16) * 16, 'x7');
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, Buffer.alloc(16)).setAutoPadding(false);
  return (cipher.update(padded, 'latin1', 'hex') + cipher.final('hex')).toUpperCase();
};

const decipher = (hex: string, key: Buffer): string | null => {
  if (hex.length === 0 || hex.length % 32 !== 0 || /[^0-9a-fA-F]/.test(hex)) return null;
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, Buffer.alloc(16)).setAutoPadding(false);
  const plain = cipher.update(hex, 'hex', 'latin1') + cipher.final('latin1');
  return plain.includes('|') ? plain : null;
};

const two = (value: number): string => String(value).padStart(2, '0');
const writeMoment = (at: number): string => {
  const date = new Date(at);
  return `_${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())},${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}-${date.getUTCFullYear()}`;
};
/** Milliseconds since the epoch; NaN for what is none. */
const readMoment = (text: string): number => {
  if (text.length !== 20 || text[0] !== '_' || text[9] !== ',') return Number.NaN;
  const [hour, minute, second] = text.slice(1, 9).split(':').map(Number);
  const [month, day, year] = text.slice(10).split('-').map(Number);
  return Date.UTC(year ?? Number.NaN, (month ?? Number.NaN) - 1, day, hour, minute, second);
};
