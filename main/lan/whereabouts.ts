import type { LanDependencies } from '../core/site/lan.ts';
import { guard } from '../core/guard.ts';
import type { Link } from './link.ts';
import type { Timing } from './timing.ts';

export interface WhereaboutsDependencies extends Pick<LanDependencies, 'roster' | 'log'> {
  readonly timing: Pick<Timing, 'whereabouts'>;
}

/**
 * Tells peers where a station is reached that came, or moved, after they were told in the hello. Two stations that come at the same moment hear of each
 * other in no hello, and where a network carries no multicast nothing else would bring them together.
 */
export interface Whereabouts {
  /** A link is usable; `told`: the addresses in our hello on it. The others are soon told where its peer is. */
  readonly attach: (link: Link, told: ReadonlyMap<string, readonly string[]>) => void;
  readonly detach: (link: Link) => void;
  readonly stop: () => void;
}

export const createWhereabouts = ({ roster, timing, log }: WhereaboutsDependencies): Whereabouts => {
  const toldByLink = new Map<Link, Map<string, readonly string[]>>();
  let soon: NodeJS.Timeout | null = null;

  const tell = (): void => {
    soon = null;
    const known = roster.addresses();
    // Only of those who said it to us themselves: nothing is told on, so that nothing goes round.
    const here = new Map([...toldByLink.keys()].map(({ peer }) => [peer, known.get(peer)?.slice(0, 1) ?? []] as const));
    for (const [link, told] of toldByLink) {
      const news = [...here].filter(([station, [address]]) => station !== link.peer && address !== undefined && told.get(station)?.includes(address) !== true);
      if (news.length === 0) continue;
      for (const [station, addresses] of news) told.set(station, addresses);
      link.send({ type: 'stations', stations: [], addresses: new Map(news.map(([station, addresses]) => [station, [...addresses]])) });
    }
  };

  return {
    attach: (link, told) => {
      toldByLink.set(link, new Map(told));
      soon ??= setTimeout(() => guard(log, 'where stations are could not be told', tell), timing.whereabouts);
    },
    detach: (link) => void toldByLink.delete(link),
    stop: () => {
      if (soon !== null) clearTimeout(soon);
    },
  };
};
