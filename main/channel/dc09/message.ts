import { decryptBody, encryptBody } from './encryption.ts';
import { readTimestamp, writeTimestamp } from './timestamp.ts';

/**
 * What stands in a frame:
 *
 *     "id" sequence Rreceiver Lline #account [data] [extended]… _timestamp
 *
 * for example `"ADM-CID"0042L0#1234[#1234|1122 00 007]_04:20:00,11-24-2026`. The receiver number may be left out. An encrypted message has
 * `*` before its id, and hexadecimal digits after the first `[`; see `encryption.ts`.
 */
export interface Dc09Message {
  /** `ADM-CID`, `SIA-DCS`, `NULL`; from a receiver `ACK`, `NAK`, `DUH`. Without `*`. */
  readonly id: string;
  /** 1 to 9999; a NAK has 0. */
  readonly sequence: number;
  readonly receiver: string | null;
  readonly line: string;
  /** Null in a NAK, which is for nobody in particular: it has `A0` in this place. */
  readonly account: string | null;
  /** Between the first brackets. */
  readonly data: string;
  /** Extended data, each with its letter in front. */
  readonly extended: readonly string[];
  /** Milliseconds since the epoch; seconds are all that is sent. */
  readonly at: number | null;
}

/** The content of a frame. With a key it is encrypted, and `at` must be there. */
export const writeMessage = (message: Dc09Message, key: Uint8Array | null): string => {
  const { id, sequence, receiver, line, account, data, extended, at } = message;
  const head = `"${key === null ? '' : '*'}${id}"${String(sequence).padStart(4, '0')}${receiver === null ? '' : `R${receiver}`}L${line}${account === null ? 'A0' : `#${account}`}[`;
  const body = `${data}]${extended.map((block) => `[${block}]`).join('')}${at === null ? '' : writeTimestamp(at)}`;
  if (key === null) return head + body;
  if (at === null) throw new TypeError('An encrypted DC-09 message needs a timestamp');
  return head + encryptBody(body, key);
};

/** Null for anything that is no message, and for an encrypted one without its key. Never throws. */
export const readMessage = (content: string, key: Uint8Array | null): (Dc09Message & { readonly encrypted: boolean }) | null => {
  const { star, id, sequence, receiver, line, account, rest } = head.exec(content)?.groups ?? {};
  if (id === undefined || sequence === undefined || line === undefined || rest === undefined) return null;
  const encrypted = star === '*';
  const plain = encrypted ? key && decryptBody(rest, key) : rest;
  const parts = plain === null ? null : body.exec(plain)?.groups;
  if (parts?.['data'] === undefined) return null;
  const at = parts['timestamp'] === undefined ? null : readTimestamp(parts['timestamp']);
  // A timestamp that is none is damage; without one, decrypted noise could pass for a message.
  if (at === null && (encrypted || parts['timestamp'] !== undefined)) return null;
  const extended = (parts['extended'] ?? '').split(/[[\]]+/).filter((block) => block !== '');
  return { id, sequence: Number(sequence), receiver: receiver ?? null, line, account: account ?? null, data: parts['data'], extended, at, encrypted };
};

const head = /^"(?<star>\*?)(?<id>[A-Z][A-Z0-9-]{1,15})"(?<sequence>\d{4})(?:R(?<receiver>[0-9A-Fa-f]{1,6}))?L(?<line>[0-9A-Fa-f]{1,6})(?:#(?<account>[0-9A-Fa-f]{3,16})|A0)\[(?<rest>.*)$/s;
const body = /^(?<data>[^[\]]*)\](?<extended>(?:\[[^[\]]+\])*)(?<timestamp>_.*)?$/s;
