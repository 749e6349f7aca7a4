import { isIPv4, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** A place to dial or to listen at. `host` is an IPv4 or IPv6 address or a host name, without brackets. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The zone behind `%` names an interface of this machine: a link-local address is none without it. */
const shape = /^(?:\[([0-9a-fA-F:.]+(?:%[\w.-]+)?)\]|([^\s:[\]]+)):(\d{1,5})$/;

/** Reads `host:port` or `[IPv6]:port`; null when it is neither. */
export const parseAddress = (text: string): Address | null => {
  const match = shape.exec(text.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port > 65_535 || (match?.[1] !== undefined && !isIPv6(host))) return null;
  return { host, port };
};

export const formatAddress = ({ host, port }: Address): string => (isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`);

/** `::ffff:10.0.0.7`, as a dual-stack socket reports an IPv4 peer, is `10.0.0.7`. */
export const plainHost = (host: string): string => (host.startsWith('::ffff:') && isIPv4(host.slice(7)) ? host.slice(7) : host);

export const isLoopback = (host: string): boolean => host === '::1' || host === 'localhost' || host.startsWith('127.');

export const isUnspecified = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** An IPv6 address that means something only together with an interface of the machine that dials it. */
export const isLinkLocal = (host: string): boolean => /^fe[89ab][0-9a-f]:/i.test(host);

/** Where others may find a station that listens at `listening`: there, or at the machine's external addresses (IPv6 ones where it listens at these too), or (alone in the world) on loopback. */
export const reachableAddresses = (listening: Address): readonly Address[] => {
  if (!isUnspecified(listening.host)) return [listening];
  const external = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => !entry.internal && (entry.family === 'IPv4' || listening.host === '::') && !isLinkLocal(entry.address))
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map((entry) => entry.address);
  return (external.length > 0 ? external : ['127.0.0.1']).map((host) => ({ host, port: listening.port }));
};
