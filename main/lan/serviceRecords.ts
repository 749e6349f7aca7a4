import { isIPv4, isIPv6 } from 'node:net';
import type { Answer, StringAnswer } from 'dns-packet';
import { z } from 'zod';
import { stationIdSchema } from '../contract/common.ts';
import { formatAddress } from './address.ts';

/**
 * DNS-SD (RFC 6763) records of a station. The instance is named after the station's id and the host likewise: whoever listens on the network
 * learns that there are Quietbell stations and how many, and neither the names of desks nor that of the computer.
 */
export const serviceName = '_quietbell._tcp.local';

export interface Announcement {
  /** Station id. */
  readonly station: string;
  /** Tells one site from another on the same network; see `siteTag`. */
  readonly site: string;
  readonly port: number;
  /** IPv4 and IPv6 addresses of this machine. */
  readonly hosts: readonly string[];
}

export interface Heard {
  readonly station: string;
  readonly site: string;
  /** `host:port`; none when the station takes its leave. */
  readonly addresses: readonly string[];
}

/** Seconds that others may keep a record (RFC 6762, 10: 120 for those that hold a host's address). */
const lifetime = 120;
/** A machine with more is no service desk. */
const mostHosts = 8;

/** The answer to everybody who asks for the service. `leaving` takes it back. */
export const answersFor = ({ station, site, port, hosts }: Announcement, leaving = false): Answer[] => {
  const ttl = leaving ? 0 : lifetime;
  const instance = `${station}.${serviceName}`;
  const host = `${station}.local`;
  return [
    { type: 'PTR', name: serviceName, ttl, data: instance },
    { type: 'SRV', name: instance, ttl, flush: true, data: { port, target: host, priority: 0, weight: 0 } },
    { type: 'TXT', name: instance, ttl, flush: true, data: [`v=1`, `site=${site}`] },
    ...hosts.slice(0, mostHosts).map((data): StringAnswer => ({ type: isIPv4(data) ? 'A' : 'AAAA', name: host, ttl, flush: true, data })),
  ];
};

const recordSchema = z.object({ type: z.string(), name: z.string().transform((name) => name.toLowerCase()), ttl: z.number().optional(), data: z.unknown() });
type ServiceRecord = z.output<typeof recordSchema>;
const srvSchema = z.object({ port: z.int().min(1).max(65_535), target: z.string().max(255) });
const textSchema = z.array(z.instanceof(Uint8Array).or(z.string())).or(z.instanceof(Uint8Array).transform((bytes) => [bytes]));

/** The stations that one packet speaks of; whatever does not parse is passed over. Anybody on the network can have sent it. */
export const readAnswers = (answers: readonly unknown[]): readonly Heard[] => {
  const records = answers.flatMap((answer) => recordSchema.safeParse(answer).data ?? []);
  return records.flatMap(({ type, name, ttl, data: instance }) => {
    if (type !== 'PTR' || name !== serviceName || typeof instance !== 'string') return [];
    const station = stationIdSchema.safeParse(instance.split('.')[0]?.toLowerCase());
    const service = srvSchema.safeParse(dataOf(records, 'SRV', instance)[0]);
    const site = siteIn(dataOf(records, 'TXT', instance)[0]);
    if (!station.success || !service.success || site === null) return [];
    const hosts = [...dataOf(records, 'A', service.data.target), ...dataOf(records, 'AAAA', service.data.target)].filter((host): host is string => typeof host === 'string' && (isIPv4(host) || isIPv6(host)));
    const addresses = ttl === 0 ? [] : hosts.slice(0, mostHosts).map((host) => formatAddress({ host, port: service.data.port }));
    return [{ station: station.data, site, addresses }];
  });
};

const dataOf = (records: readonly ServiceRecord[], type: string, name: string): readonly unknown[] => records.filter((record) => record.type === type && record.name === name.toLowerCase()).map(({ data }) => data);

const siteIn = (data: unknown): string | null => {
  const entries = textSchema.safeParse(data);
  const texts = entries.success ? entries.data.map((entry) => (typeof entry === 'string' ? entry : Buffer.from(entry).toString('latin1'))) : [];
  return texts.find((text) => text.startsWith('site='))?.slice('site='.length) ?? null;
};
