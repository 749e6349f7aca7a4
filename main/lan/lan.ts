import { createSecureContext } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import type { Lan, LanDependencies } from '../core/site/lan.ts';
import { formatAddress, isLoopback, parseAddress, plainHost, reachableAddresses } from './address.ts';
import type { Address } from './address.ts';
import { checkPeer } from './admission.ts';
import type { AdmissionDependencies } from './admission.ts';
import { dial } from './dial.ts';
import { expiryOf } from './certificate.ts';
import { createDialling } from './dialling.ts';
import { createDiscovery, siteTag } from './discovery.ts';
import type { Discovery } from './discovery.ts';
import { createDoor, expiredPeer } from './door.ts';
import { createEnrolmentServer } from './enrolment-server.ts';
import { mostFrameBytes, subProtocol } from './frames.ts';
import { guard } from '../core/guard.ts';
import { createHandover } from './handover.ts';
import { makeInvitation } from './invitation.ts';
import { createLinks } from './links.ts';
import { createReception } from './reception.ts';
import { createRenewal } from './renewal.ts';
import { defaultTiming } from './timing.ts';
import type { Timing } from './timing.ts';
import { linkOptions, tlsOptions } from './tls.ts';

const longestInvitationHours = 24 * 30;

/** One station's place in the mesh of its site; the protocol is described in README.md. */
export const createLan = (deps: LanDependencies, timing: Timing = defaultTiming): Lan => {
  const { papers, roster, invitations, clock, log, fixedAddresses } = deps;
  const { station: own, authorityCertificate } = papers.identity();
  const self = own.id;
  let dialContext = createSecureContext(linkOptions(papers.identity()));
  let here: Address | null = null;
  let discovery: Discovery | null = null;
  let stopped = false;
  const listening = () => here;

  const admission: AdmissionDependencies = {
    authorityCertificate,
    invitationOpen: () => papers.authorityKey() !== null && guard(log, 'the invitations cannot be read', () => invitations.anyOpen(clock.now())) === true,
    isRetired: deps.isRetired,
    isKnown: (station) => roster.list().some(({ id }) => id === station),
    isAuthority: () => papers.authorityKey() !== null,
    ownExpiry: () => expiryOf(papers.identity().station.certificate),
    now: clock.now,
  };

  const links = createLinks({
    ...deps,
    timing,
    listening,
    onConnected: (station) => dialling.connected(station),
    onDisconnected: (station) => dialling.lost(station),
    onWhereabouts: () => dialling.refresh(),
    onAuthorityHeard: () => renewal.look(),
    onRenewal: (station, frame) => renewal.take(station, frame),
    onHandover: (station, frame) => handover.take(station, frame),
  });

  const handover = createHandover({ ...deps, timing, send: links.send });

  const renewal = createRenewal({
    ...deps,
    timing,
    authorities: links.authorities,
    send: links.send,
    onRenewed: () => {
      dialContext = createSecureContext(linkOptions(papers.identity()));
      door.show(tlsOptions(papers.identity()));
    },
  });

  const dialling = createDialling({
    timing,
    addresses: () => {
      const stationByAddress = new Map<string, string | null>(fixedAddresses.filter((text) => parseAddress(text) !== null).map((address) => [address, null]));
      for (const [station, addresses] of [...roster.addresses(), ...(discovery?.addresses() ?? [])]) {
        if (station !== self) for (const address of addresses) stationByAddress.set(address, station);
      }
      return stationByAddress;
    },
    isSettled: (station) => station === self || deps.isRetired(station) || links.isConnected(station) || links.isShunned(station),
    attempt: (text) =>
      dialOnce(text).catch((error: unknown) => {
        log.error({ address: text, error: String(error) }, 'a station could not be dialled');
        return null;
      }),
  });

  const dialOnce = async (text: string): Promise<string | null> => {
    const address = parseAddress(text);
    if (address === null) return null;
    const dialled = await dial(address, { secureContext: dialContext }, timing.dial);
    if (!dialled.ok) return null;
    const socket = dialled.value;
    const peer = checkPeer(socket, admission);
    if (!peer.ok) log.warn({ address: text, problem: peer.error }, 'what answers at an address of a station is none of this site');
    // A fixed address is often our own: the same list goes to every station.
    if (!peer.ok || stopped || peer.value.id === self || links.isConnected(peer.value.id) || links.isShunned(peer.value.id)) {
      socket.destroy();
      return peer.ok ? peer.value.id : null;
    }
    if (peer.value.expired) log.warn({ station: peer.value.id }, expiredPeer);
    const remoteHost = plainHost(socket.remoteAddress ?? address.host);
    await openWebSocket(socket, timing.dial, (opened) => links.add(opened, peer.value.id, true, remoteHost));
    return peer.value.id;
  };

  const door = createDoor({
    admission,
    tls: tlsOptions(papers.identity()),
    enrolmentServer: createEnrolmentServer(createReception({ ...deps, listening }), log),
    onLink: (socket, peer, remoteHost) => (stopped ? socket.terminate() : links.add(socket, peer, false, remoteHost)),
    timing,
    log,
  });

  /** Any free port means the one of last time, as long as it is free: there the others look for this station. */
  const listenAt = async (wanted: Address): Promise<Result<Address>> => {
    const last = parseAddress(roster.addresses().get(self)?.[0] ?? '');
    const again = wanted.port === 0 && last !== null && last.host === wanted.host ? await door.listen(last) : null;
    return again?.ok === true ? again : door.listen(wanted);
  };

  return {
    start: async () => {
      const wanted = parseAddress(deps.listen);
      if (wanted === null) return failed('ConfigurationInvalid', `"${deps.listen}" is no address to listen at.`, 'Write it as host:port, for example 0.0.0.0:7411.', 'listen');
      const bound = await listenAt(wanted);
      if (!bound.ok) return bound;
      here = bound.value;
      roster.learnAddresses(self, [formatAddress(here)]);
      for (const address of fixedAddresses.filter((text) => parseAddress(text) === null)) log.warn({ address }, 'a fixed address is not of the form host:port and is never dialled');
      if (deps.discover && !isLoopback(here.host)) discovery = createDiscovery({ station: self, site: siteTag(authorityCertificate), listening: here, log, onChanged: dialling.refresh });
      renewal.look();
      dialling.refresh();
      return done({ listening: formatAddress(here) });
    },
    sendAlarm: links.sendAlarm,
    sendAlarmTo: links.sendAlarmTo,
    links: links.states,
    shutOut: links.shutOut,
    onLinksChanged: links.onChanged,
    handOver: handover.handOver,
    invite: async (hours) => {
      if (papers.authorityKey() === null) return failed('AuthorityElsewhere', 'This station does not hold the site authority.', 'Make the invitation at the station that holds it.');
      if (!(hours > 0 && hours <= longestInvitationHours)) return failed('InputInvalid', 'An invitation lasts more than nothing and at most 30 days.', 'Give a number of hours from 1 to 720.', 'hours');
      const wanted = here ?? parseAddress(deps.listen);
      // The code holds whole seconds.
      const expires = Math.ceil((clock.now() + hours * 3_600_000) / 1000) * 1000;
      const { kept, code } = makeInvitation(authorityCertificate, wanted === null ? [] : reachableAddresses(wanted), expires);
      invitations.add(kept);
      return done({ code, expires: new Date(expires).toISOString() });
    },
    listening: () => (here === null ? null : formatAddress(here)),
    stop: async () => {
      if (stopped) return;
      stopped = true;
      renewal.stop();
      dialling.stop();
      links.closeAll();
      await discovery?.stop();
      if (here !== null) await door.close();
      here = null;
    },
  };
};

/** Opens the WebSocket on a socket whose peer was checked. `onOpen` runs in the same tick as the opening: frames may be right behind it. */
const openWebSocket = (socket: TLSSocket, milliseconds: number, onOpen: (opened: WebSocket) => void): Promise<void> =>
  new Promise((resolve) => {
    const opening = new WebSocket('ws://quietbell/link', subProtocol, { createConnection: () => socket, perMessageDeflate: false, maxPayload: mostFrameBytes, handshakeTimeout: milliseconds });
    opening.on('error', () => opening.terminate());
    opening.once('open', () => onOpen(opening));
    opening.once('open', resolve);
    opening.once('close', () => resolve());
  });
