import type { ChannelSecrets, ChannelState } from '../../contract/channel.ts';
import type { Stop } from '../environment.ts';
import type { ChannelFile } from './foldChannel.ts';
import type { OutgoingMessage } from './message.ts';

/** A channel with its secrets opened: only in memory. */
export interface UsableChannel extends Omit<ChannelFile, 'sealed'> {
  readonly secrets: ChannelSecrets;
}

/** How one try ended. */
export interface Outcome {
  readonly outcome: 'received' | 'failed';
  /** What the other end answered, or what went wrong; never a secret. */
  readonly answer: string;
  /** Milliseconds to wait before the next try, where the protocol says so; else the usual back-off counts. */
  readonly retryAfter?: number;
  /** The other end was there and said no: only something that it takes ends the fault, a check does not. */
  readonly refused?: boolean;
}

/**
 * Carries messages out, each channel by itself: one that hangs delays no other, nor the caller. Retrying is not its business, every try of it
 * is to be written down by whoever asks.
 */
export interface Courier {
  /** Replaces the channels that can be used. One that stays as it was keeps its connection. */
  readonly use: (channels: readonly UsableChannel[]) => void;
  /** Which of them this station supervises, by id: another one does the rest. */
  readonly supervise: (channels: ReadonlySet<string>) => void;
  /** One try, within a time limit of the channel's own. Never rejects. `attempt` counts from 1: some protocols go to a back-up receiver then. */
  readonly attempt: (channel: string, message: OutgoingMessage, attempt: number) => Promise<Outcome>;
  readonly states: () => ReadonlyMap<string, ChannelState>;
  readonly onChanged: (listener: () => void) => Stop;
  readonly close: () => Promise<void>;
}
