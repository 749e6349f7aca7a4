import { readMessage, type Dc09Message } from './message.ts';

/** What a receiver said to one message. `at`: the receiver's clock, milliseconds since the epoch. */
export type Answer = { readonly type: 'ACK' | 'DUH' } | { readonly type: 'NAK'; readonly at: number | null };

/**
 * Reads an answer to `sent`; null for what is none, or is for another message.
 *
 * ACK and DUH name sequence number and account; receiver and line are not compared, for receivers put their own there. An encrypted message
 * is only received when an encrypted ACK says so, and one of these hours: else whoever sits on the line could say it in the receiver's
 * place, or say again what it once said under the same number. A NAK is never encrypted and names nobody.
 */
export const readAnswer = (content: string, sent: Pick<Dc09Message, 'sequence' | 'account'>, key: Uint8Array | null, receiverClock: number): Answer | null => {
  const message = readMessage(content, key);
  if (message === null) return null;
  const { id, sequence, at, encrypted } = message;
  if (id === 'NAK' && (sequence === 0 || sequence === sent.sequence)) return { type: 'NAK', at };
  if (sequence !== sent.sequence || message.account?.toUpperCase() !== sent.account?.toUpperCase()) return null;
  if (id === 'DUH') return { type: 'DUH' };
  if (id !== 'ACK' || encrypted !== (key !== null)) return null;
  if (encrypted && (at === null || Math.abs(at - receiverClock) > oldestAnswer)) return null;
  return { type: 'ACK' };
};

/** No number comes twice within that time, and no clock that is merely wrong makes a good answer useless. Milliseconds. */
const oldestAnswer = 12 * 60 * 60_000;
