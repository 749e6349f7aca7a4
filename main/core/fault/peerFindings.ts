import type { ChannelState } from '../../contract/channel.ts';
import type { Peer } from '../../contract/station.ts';
import type { LinkState } from '../site/lan.ts';
import { conductFindings, whyNotConnected } from './conductFindings.ts';
import type { Finding } from './finding.ts';

/** A clock that differs from a colleague's by more than this is a fault. Milliseconds. */
const largestOffset = 2 * 60 * 1000;
/** Before this moment no clock of a running Quietbell can be right. */
const earliestBelievable = Date.UTC(2025, 0, 1);

export interface KnownChannel {
  readonly id: string;
  readonly name: string;
  readonly state: ChannelState;
}

/** Who would not hear a call from here. None of it keeps this station from calling. */
export const peerFindings = (peers: readonly Peer[], links: readonly LinkState[], channels: readonly KnownChannel[]): readonly Finding[] => [
  ...nobodyFindings(peers, channels),
  ...peers.filter((peer) => !peer.connected).map(({ id, station }) => ({
    key: `peer/${id}`,
    kind: 'peer' as const,
    subject: station,
    message: `${station} is not connected${whyNotConnected(links.find((link) => link.station === id))}`,
    remedy: 'See that it is switched on and on the network, and that Quietbell runs on it.',
    disarms: false,
  })),
  ...conductFindings(peers, links),
];

/** A site of one station with a way out of the building is meant like that. */
const nobodyFindings = (peers: readonly Peer[], channels: readonly KnownChannel[]): readonly Finding[] => {
  if (peers.some((peer) => peer.connected)) return [];
  const waysOut = channels.filter(({ state }) => state.state === 'ok' || state.state === 'untried').map(({ name }) => name);
  if (waysOut.length > 0 && peers.length === 0) return [];
  const [message, remedy] =
    waysOut.length > 0
      ? [`No colleague's station is connected: a call from here would only go to ${waysOut.join(', ')}.`, 'See that the other stations are switched on and on the network.']
      : peers.length === 0
        ? ['This is the only station of its site, and there is no way out of the building: nobody would hear a call from here.', 'Let another station join, or add a channel.']
        : ["No colleague's station is connected: nobody would hear a call from here.", 'See that the other stations are switched on and on the network.'];
  return [{ key: 'nobody', kind: 'peer', subject: 'everybody', message, remedy, disarms: false }];
};

export const clockFindings = (now: number, peers: readonly Peer[], links: readonly LinkState[]): readonly Finding[] => {
  const remedy = 'Set the clock of this terminal, or let the system set it from the network.';
  if (now < earliestBelievable) return [{ key: 'clock', kind: 'clock', subject: 'clock', message: `The clock of this terminal says ${new Date(now).toISOString().slice(0, 10)}.`, remedy, disarms: false }];
  return links
    .filter((link) => link.connected && Math.abs(link.clockOffset ?? 0) > largestOffset)
    .map((link) => ({
      key: `clock/${link.station}`,
      kind: 'clock',
      subject: nameIn(peers, link.station),
      message: `The clocks of this terminal and of ${nameIn(peers, link.station)} differ by ${Math.round(Math.abs(link.clockOffset ?? 0) / 1000)} seconds.`,
      remedy,
      disarms: false,
    }));
};

const nameIn = (peers: readonly Peer[], id: string): string => peers.find((peer) => peer.id === id)?.station ?? id;
