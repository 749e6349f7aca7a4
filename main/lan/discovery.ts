import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Log } from '../core/environment.ts';
import { sha256, toHex } from '../platform/primitives.ts';
import { isLinkLocal, isUnspecified } from './address.ts';
import type { Address } from './address.ts';
import { createMulticast } from './multicast.ts';
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

export const createDiscovery = ({ station, site, listening, log, onChanged, askEvery = 30_000 }: DiscoveryDependencies): Discovery => {
  const addressesByStation = new Map<string, readonly string[]>();
  let answering: NodeJS.Timeout | null = null;
  let stopped = false;

  /** They change when a laptop moves. */
  const hosts = (): readonly string[] => hostsOf(listening.host);
  const announcement = () => ({ station, site, port: listening.port, hosts: hosts() });

  const answerSoon = (): void => {
    answering ??= setTimeout(() => {
      answering = null;
      multicast.answer(answersFor(announcement()));
    }, answerPause * Math.random());
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

  const multicast = createMulticast({
    withIPv6: isIPv6(listening.host),
    log,
    onQuestion: (name) => {
      if (name === serviceName || name === `${station}.${serviceName}`) answerSoon();
    },
    onAnswers: hear,
    onOpened: () => {
      answerSoon();
      ask();
    },
  });
  const ask = (): void => multicast.ask(serviceName);

  let hostsBefore = hosts().join();
  const lookWhereWeAre = (): void => {
    const now = hosts().join();
    if (now === hostsBefore) return multicast.look();
    hostsBefore = now;
    multicast.reopen();
  };

  const asking = setInterval(() => {
    lookWhereWeAre();
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
      await multicast.stop(answersFor(announcement(), true));
    },
  };
};
