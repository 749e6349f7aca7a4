import type { ChannelState } from '../../contract/channel.ts';
import type { Peer } from '../../contract/station.ts';
import type { LinkState } from '../site/lan.ts';
import { conductFindings, whyNotConnected } from './conductFindings.ts';
import type { Finding } from './finding.ts';

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
