import { networkInterfaces } from 'node:os';
import makeMulticastDns from 'multicast-dns';
import type { MulticastDNS } from 'multicast-dns';
import type { Log } from '../core/environment.ts';
import { sha256, toHex } from '../platform/primitives.ts';
import { isLinkLocal, isUnspecified } from './address.ts';
import type { Address } from './address.ts';
import { answersFor, readAnswers, serviceName } from './serviceRecords.ts';

/**
 * Finding the other stations on the network by multicast DNS (RFC 6762, RFC 6763). It yields addresses and nothing else: who answers there is
 * decided by its certificate alone, so whoever lies here wins no more than a connection that is closed again.
 */
export interface Discovery {
  /** Addresses (`host:port`) by station id, as they were last announced. */
  readonly addresses: () => ReadonlyMap<string, readonly string[]>;
  readonly stop: () => Promise<void>;
}

export interface DiscoveryDependencies {
  /** Station id. */
  readonly station: string;
  readonly site: string;
  readonly listening: Address;
  readonly log: Log;
  /** Some station was found, moved or left. */
  readonly onChanged: () => void;
  /** Milliseconds between questions. Packets get lost, machines sleep, networks come back. */
  readonly askEvery?: number;
}

/** The same for every station of a site, and nothing that anybody else could learn from. */
export const siteTag = (authorityCertificate: Uint8Array): string => toHex(sha256(Buffer.from('quietbell discovery 1'), authorityCertificate).subarray(0, 8));

/** Where others can reach who listens there: neither loopback nor link-local addresses, which would need the interface as well. */
const hostsOf = (host: string): readonly string[] => {
  if (!isUnspecified(host)) return [host];
  const entries = Object.values(networkInterfaces()).flatMap((interfaces) => interfaces ?? []);
  const reachable = entries.filter((entry) => !entry.internal && !isLinkLocal(entry.address) && (entry.family === 'IPv4' || host === '::'));
  return reachable.map((entry) => entry.address);
};

/** So many at most are remembered: a network can be full of lies. */
const mostStations = 1024;
/** At most one answer in this time, however often somebody asks. Milliseconds. */
const answerPause = 500;
/** A socket that broke is opened again after this time. Milliseconds. */
const reopenAfter = 30_000;

export const createDiscovery = ({ station, site, listening, log, onChanged, askEvery = 30_000 }: DiscoveryDependencies): Discovery => {
  const addressesByStation = new Map<string, readonly string[]>();
  let socket: MulticastDNS | null = null;
  let answering: NodeJS.Timeout | null = null;
  let stopped = false;

  /** They change when a laptop moves. */
  const hosts = (): readonly string[] => hostsOf(listening.host);
  const announcement = () => ({ station, site, port: listening.port, hosts: hosts() });

  const answerSoon = (): void => {
    answering ??= setTimeout(() => {
      answering = null;
      socket?.respond({ answers: answersFor(announcement()) });
    }, answerPause * Math.random());
  };

  const open = (): void => {
    if (stopped || socket !== null) return;
    const opened = makeMulticastDns();
    socket = opened;
    // Port 5353 may be taken for good by another program, or multicast forbidden: fixed and learnt addresses still work.
    opened.on('error', (error: Error) => {
      if (socket !== opened) return;
      log.warn({ error: error.message }, 'stations cannot be looked for on the network for now');
      socket = null;
      opened.destroy();
      setTimeout(open, reopenAfter).unref();
    });
    opened.on('warning', (error: Error) => log.debug({ error: error.message }, 'multicast DNS'));
    opened.on('query', ({ questions }) => {
      if (questions?.some(({ name }) => name.toLowerCase() === serviceName || name.toLowerCase() === `${station}.${serviceName}`)) answerSoon();
    });
    opened.on('response', ({ answers, additionals }) => hear([...(answers ?? []), ...(additionals ?? [])]));
    // Also when an interface came up that was not there before.
    opened.on('networkInterface', () => {
      answerSoon();
      ask();
    });
  };

  const hear = (answers: readonly unknown[]): void => {
    let changed = false;
    for (const heard of readAnswers(answers)) {
      if (heard.site !== site || heard.station === station) continue;
      const known = addressesByStation.get(heard.station);
      if (known === undefined ? heard.addresses.length === 0 || addressesByStation.size >= mostStations : known.join() === heard.addresses.join()) continue;
      if (heard.addresses.length === 0) addressesByStation.delete(heard.station);
      else addressesByStation.set(heard.station, heard.addresses);
      changed = true;
    }
    if (changed) onChanged();
  };

  const ask = (): void => socket?.query({ questions: [{ name: serviceName, type: 'PTR' }] });

  /** A machine that moved or slept has left its multicast groups: they are joined anew. */
  let hostsBefore = hosts().join();
  const reopenWhereMoved = (): void => {
    const now = hosts().join();
    if (now === hostsBefore) return;
    hostsBefore = now;
    socket?.destroy();
    socket = null;
    open();
  };

  open();
  const asking = setInterval(() => {
    reopenWhereMoved();
    ask();
  }, askEvery);
  asking.unref();

  return {
    addresses: () => addressesByStation,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      clearInterval(asking);
      if (answering !== null) clearTimeout(answering);
      const last = socket;
      if (last === null) return;
      await new Promise<void>((resolve) => last.respond({ answers: answersFor(announcement(), true) }, () => resolve()));
      await new Promise<void>((resolve) => last.destroy(() => resolve()));
    },
  };
};
