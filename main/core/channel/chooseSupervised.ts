import type { ChannelFile } from './foldChannel.ts';

/**
 * Which channels this station supervises: those that name it, and, of those that name none, all of them where it is the first (by id) of
 * the stations that see one another. Every station decides for itself: while the network is cut, each part has its own.
 */
export const chooseSupervised = (channels: readonly Pick<ChannelFile, 'id' | 'from'>[], self: string, connected: readonly string[]): ReadonlySet<string> => {
  const first = connected.every((other) => self < other);
  return new Set(channels.filter(({ from }) => (from.length === 0 ? first : from.includes(self))).map(({ id }) => id));
};
