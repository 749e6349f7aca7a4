import type { Channel, ChannelState, FaultRecord } from '../../main/contract/index.ts';

/**
 * What is known of a channel on the whole site: one station looks after it, and the others know of it what that one wrote down.
 * `unused`: another station looks after it, and knows of no fault.
 */
export const channelStanding = ({ name, state }: Pick<Channel, 'name' | 'state'>, faults: readonly FaultRecord[]): ChannelState => {
  const fault = faults.find(({ kind, subject, endedAt }) => kind === 'channel' && subject === name && endedAt === null);
  return state.state !== 'unused' || fault === undefined ? state : { state: 'fault', message: fault.message, checkedAt: state.checkedAt };
};
