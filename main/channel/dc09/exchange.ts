import type { LookupFunction } from 'node:net';
import type { Answer } from './answer.ts';
import { exchangeOverTcp } from './exchangeOverTcp.ts';
import { exchangeOverUdp } from './exchangeOverUdp.ts';

/** One message and the wait for its answer, on a connection of its own: nothing is left over that the next one could trip on. */
export interface ExchangeRequest {
  readonly host: string;
  readonly port: number;
  /** Finds addresses; the system's own way where it is left out. */
  readonly lookup?: LookupFunction;
  readonly frame: Uint8Array;
  /** Looks at the content of one whole frame that came; null when it is no answer to this message. */
  readonly read: (content: string) => Answer | null;
  /** To find and reach the receiver, and then to get its answer. Milliseconds. */
  readonly connectLimit: number;
  readonly answerLimit: number;
  readonly signal: AbortSignal;
}

/** Rejects with a sentence for people when no answer came. */
export const exchange = (transport: 'tcp' | 'udp', request: ExchangeRequest): Promise<Answer> => (transport === 'tcp' ? exchangeOverTcp : exchangeOverUdp)(request);
