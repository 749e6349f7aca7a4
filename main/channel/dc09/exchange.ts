import type { LookupAddress } from 'node:dns';
import type { FindAddresses } from './addresses.ts';
import type { Answer } from './answer.ts';
import { exchangeOverTcp } from './exchangeOverTcp.ts';
import { exchangeOverUdp } from './exchangeOverUdp.ts';

/** One message and the wait for its answer, on a connection of its own: nothing is left over that the next one could trip on. */
export interface ExchangeRequest {
  /** At least one, best first. */
  readonly addresses: readonly LookupAddress[];
  readonly port: number;
  readonly frame: Uint8Array;
  /** Looks at the content of one whole frame that came; null when it is no answer to this message. */
  readonly read: (content: string) => Answer | null;
  /** To reach the receiver, and then to get its answer. Milliseconds. */
  readonly connectLimit: number;
  readonly answerLimit: number;
  readonly signal: AbortSignal;
}

/** Rejects with a sentence for people when no answer came. */
export const exchange = async (transport: 'tcp' | 'udp', host: string, find: FindAddresses, request: Omit<ExchangeRequest, 'addresses'>): Promise<Answer> => {
  const addresses = await find(host);
  return (transport === 'tcp' ? exchangeOverTcp : exchangeOverUdp)({ ...request, addresses });
};
