import type { Log } from '../core/environment.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import type { LanDependencies, Roster } from '../core/site/lan.ts';
import { formatAddress } from './address.ts';
import { checkStation } from './certificate.ts';
import { learnCertificate } from './learnCertificate.ts';
import type { HelloFrame } from './frames.ts';
import { guard } from '../core/guard.ts';

const mostAddressesKept = 4;
const couldNotKeep = 'what a station said of itself or others could not be kept';

export interface IntroductionDependencies extends Pick<LanDependencies, 'papers' | 'roster' | 'log'> {}

/** What peers say of themselves and of others: papers are checked against the authority, addresses are only hints where to dial. */
export interface Introductions {
  /** Keeps those that are new and whose papers hold, however old: they vouch for what a station wrote. Of those that are known a later certificate is kept. */
  readonly meet: (stations: readonly EnrolledStation[]) => void;
  /** Whether the station is on the roster. */
  readonly knows: (id: string) => boolean;
  readonly learnFrom: (hello: HelloFrame, peer: string, remoteHost: string) => void;
}

export const createIntroductions = ({ papers, roster, log }: IntroductionDependencies): Introductions => {
  const { station: own, authorityCertificate } = papers.identity();
  const self = own.id;
  const knows = (id: string) => roster.list().some((station) => station.id === id);

  return {
    knows,
    meet: (stations) => {
      const known = new Map(roster.list().map((station) => [station.id, station]));
      for (const station of stations) {
        const before = known.get(station.id);
        if (before !== undefined) {
          guard(log, couldNotKeep, () => learnCertificate(authorityCertificate, roster, before, station.certificate));
          continue;
        }
        const checked = checkStation(authorityCertificate, station);
        if (checked.ok) guard(log, couldNotKeep, () => roster.add(station));
        else log.warn({ station: station.id, problem: checked.error }, 'a station was introduced whose papers do not hold');
      }
    },
    learnFrom: ({ listening, addresses }, peer, remoteHost) => {
      const known = roster.addresses();
      if (listening !== null) rememberFirst(roster, known, peer, formatAddress({ host: listening.host ?? remoteHost, port: listening.port }), log);
      for (const [station, heard] of addresses) {
        if (station !== self && station !== peer && heard.length > 0 && !known.has(station)) guard(log, couldNotKeep, () => roster.learnAddresses(station, heard.slice(0, mostAddressesKept)));
      }
    },
  };
};

const rememberFirst = (roster: Roster, known: ReadonlyMap<string, readonly string[]>, peer: string, address: string, log: Log) => {
  const before = known.get(peer) ?? [];
  if (before[0] === address) return;
  guard(log, couldNotKeep, () => roster.learnAddresses(peer, [address, ...before.filter((other) => other !== address)].slice(0, mostAddressesKept)));
};
