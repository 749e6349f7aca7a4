import { createSocket } from 'node:dgram';
import { networkInterfaces, platform } from 'node:os';
import type { Answer } from 'dns-packet';
import makeMulticastDns from 'multicast-dns';
import type { MulticastDNS } from 'multicast-dns';
import type { Log } from '../core/environment.ts';

/** Questions and answers of multicast DNS (RFC 6762), by every way that this machine has. */
export interface Multicast {
  readonly ask: (service: string) => void;
  readonly answer: (answers: Answer[]) => void;
  /** Opens what has come up since, closes what has gone. */
  readonly look: () => void;
  /** A machine that moved or slept has left its multicast groups: they are joined anew. */
  readonly reopen: () => void;
  /** Says the last words by every way, then closes. */
  readonly stop: (lastWords: Answer[]) => Promise<void>;
}

export interface MulticastDependencies {
  /** By IPv6 as well, over each interface that has an address of it. */
  readonly withIPv6: boolean;
  readonly log: Log;
  readonly onQuestion: (name: string) => void;
  readonly onAnswers: (answers: readonly unknown[]) => void;
  /** A way is open that was not there before. */
  readonly onOpened: () => void;
}

/** A socket that broke is opened again after this time. Milliseconds. */
const reopenAfter = 30_000;
/** All of IPv4 goes by one socket, which joins the group on each interface by itself. */
const byIPv4 = 'IPv4';

export const createMulticast = ({ withIPv6, log, onQuestion, onAnswers, onOpened }: MulticastDependencies): Multicast => {
  const sockets = new Map<string, MulticastDNS>();
  let stopped = false;

  const open = (way: string): void => {
    if (stopped || sockets.has(way)) return;
    const opened = way === byIPv4 ? makeMulticastDns() : openIPv6(way);
    sockets.set(way, opened);
    // Port 5353 may be taken for good by another program, or multicast forbidden: fixed and learnt addresses still work.
    opened.on('error', (error: Error) => {
      if (sockets.get(way) !== opened) return;
      log.warn({ way, error: error.message }, 'stations cannot be looked for on the network for now');
      opened.destroy();
      setTimeout(() => {
        if (sockets.get(way) === opened) sockets.delete(way);
        look();
      }, reopenAfter).unref();
    });
    opened.on('warning', (error: Error) => log.debug({ way, error: error.message }, 'multicast DNS'));
    opened.on('query', ({ questions }) => {
      for (const { name } of questions ?? []) onQuestion(name.toLowerCase());
    });
    opened.on('response', ({ answers, additionals }) => onAnswers([...(answers ?? []), ...(additionals ?? [])]));
    opened.on('networkInterface', onOpened);
  };

  const ways = (): readonly string[] => [byIPv4, ...(withIPv6 ? zonesOfThisMachine() : [])];

  const look = (): void => {
    const present = new Set(ways());
    for (const [way, socket] of sockets) {
      if (present.has(way)) continue;
      sockets.delete(way);
      socket.destroy();
    }
    for (const way of present) open(way);
  };

  const close = (): readonly MulticastDNS[] => {
    const closing = [...sockets.values()];
    sockets.clear();
    return closing;
  };

  look();
  return {
    ask: (service) => {
      for (const socket of sockets.values()) socket.query({ questions: [{ name: service, type: 'PTR' }] });
    },
    answer: (answers) => {
      for (const socket of sockets.values()) socket.respond({ answers });
    },
    look,
    reopen: () => {
      for (const socket of close()) socket.destroy();
      look();
    },
    stop: async (lastWords) => {
      stopped = true;
      await Promise.all(
        close().map(async (socket) => {
          await new Promise<void>((resolve) => socket.respond({ answers: lastWords }, () => resolve()));
          await new Promise<void>((resolve) => socket.destroy(() => resolve()));
        }),
      );
    },
  };
};

/** The group of RFC 6762 on one link; the port is shared with whatever else of this machine speaks multicast DNS, and with IPv4. */
const openIPv6 = (zone: string): MulticastDNS =>
  makeMulticastDns({ type: 'udp6', ip: `ff02::fb%${zone}`, interface: `::%${zone}`, bind: '::', socket: createSocket({ type: 'udp6', reuseAddr: true, ipv6Only: true }) });

/** Interfaces that have an IPv6 address, as a zone names them: by number on Windows, by name elsewhere (RFC 4007, 11). */
const zonesOfThisMachine = (): readonly string[] =>
  Object.entries(networkInterfaces()).flatMap(([name, addresses]) => {
    const address = addresses?.find(({ family, internal }) => family === 'IPv6' && !internal);
    return address?.family !== 'IPv6' ? [] : [platform() === 'win32' ? String(address.scopeid) : name];
  });
