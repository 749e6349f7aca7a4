import type { EnrolledStation } from '../core/site/identity.ts';
import type { LanDependencies } from '../core/site/lan.ts';
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
  /** What the peer says of others: where a station itself said that it is comes first, and this next to it. */
  readonly hearOf: (addresses: ReadonlyMap<string, readonly string[]>, peer: string) => void;
}

export const createIntroductions = ({ papers, roster, log }: IntroductionDependencies): Introductions => {
  const { station: own, authorityCertificate } = papers.identity();
  const self = own.id;
  const knows = (id: string) => roster.list().some((station) => station.id === id);

  const rememberFirst = (station: string, address: string): void => {
    const known = roster.addresses().get(station) ?? [];
    if (known[0] !== address) keep(station, [address, ...known.filter((other) => other !== address)]);
  };

  const keep = (station: string, addresses: readonly string[]): void => {
    guard(log, couldNotKeep, () => roster.learnAddresses(station, addresses.slice(0, mostAddressesKept)));
  };

  /** Of a station that is known only the address that the peer thinks best: two that have old ones of it would else hand those to and fro. */
  const hearOf = (addresses: ReadonlyMap<string, readonly string[]>, peer: string): void => {
    const known = roster.addresses();
    for (const [station, heard] of addresses) {
      const [first, ...others] = known.get(station) ?? [];
      const [best] = heard;
      if (station === self || station === peer || best === undefined || best === first || others.includes(best)) continue;
      keep(station, first === undefined ? heard : [first, best, ...others]);
    }
  };

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
      if (listening !== null) rememberFirst(peer, formatAddress({ host: listening.host ?? remoteHost, port: listening.port }));
      hearOf(addresses, peer);
    },
    hearOf,
  };
};
