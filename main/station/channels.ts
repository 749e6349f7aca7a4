import type { StaffReference } from '../contract/alarm.ts';
import type { Channel, ChannelAttempt, ChannelInput } from '../contract/channel.ts';
import type { Attempt } from '../contract/delivery.ts';
import type { Result } from '../contract/problem.ts';
import type { Courier } from '../core/channel/courier.ts';
import type { Stop } from '../core/environment.ts';
import type { StationContext } from './context.ts';

/** The ways out of the site, as people set them up. */
export interface Channels {
  readonly list: () => readonly Channel[];
  /** `ChannelUnusable` says which setting does not fit the type, and what is missing. */
  readonly save: (input: ChannelInput, staff: StaffReference | null) => Result<Channel>;
  readonly remove: (id: string, staff: StaffReference | null) => Result<void>;
  readonly test: (id: string) => Promise<Result<Attempt>>;
  readonly attempts: (id: string) => readonly ChannelAttempt[];
  readonly stop: Stop;
}

export type CreateChannels = (context: StationContext, courier: Courier) => Channels;
