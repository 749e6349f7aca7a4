import type { LookupFunction } from 'node:net';
import type { ChannelSettings, ChannelType } from '../contract/channel.ts';
import type { Outcome, UsableChannel } from '../core/channel/courier.ts';
import type { OutgoingMessage } from '../core/channel/message.ts';
import type { Relays } from '../core/channel/relays.ts';
import type { Clock, Log } from '../core/environment.ts';

/** How one type of channel talks to its other end. One driver serves one channel as it is set now. */
export interface Driver {
  /** One try. May reject: the courier makes a failed outcome of it, and ends it through `signal` when its time is over. */
  readonly attempt: (message: OutgoingMessage, attempt: number, signal: AbortSignal) => Promise<Outcome>;
  /** Whether it would work now, found out without alarming anybody; null where that cannot be known. */
  readonly check: ((signal: AbortSignal) => Promise<Outcome>) | null;
  /** Called when this station does not supervise the channel any more: whatever only checks need may end. */
  readonly rest?: () => void | Promise<void>;
  /** Seconds between checks. */
  readonly checkEvery: number;
  /** Milliseconds that one try may take. */
  readonly timeLimit: number;
  readonly close: () => Promise<void>;
}

export interface DriverDependencies {
  readonly clock: Clock;
  readonly log: Log;
  readonly relays: Relays;
  /** Finds the addresses of hosts; the system's own way where it is left out. */
  readonly lookup?: LookupFunction;
  /** Asks for a check now: something happened that makes one worth while. Left out where nobody supervises. */
  readonly stir?: () => void;
  /** Keeps a number across restarts: DC-09's sequence numbers. `next` returns 1, 2 … and begins again after `most`. */
  readonly counter: (name: string) => { readonly next: (most: number) => number };
}

export type ChannelOf<Type extends ChannelType> = Omit<UsableChannel, 'settings'> & { readonly settings: Extract<ChannelSettings, { type: Type }> };

/** Makes the driver of one type. Never throws: settings that cannot be used show in every attempt. */
export type MakeDriver<Type extends ChannelType> = (channel: ChannelOf<Type>, deps: DriverDependencies) => Driver;
