import type { WebSocket } from 'ws';
import type { Stop } from '../core/environment.ts';
import { createListeners } from '../core/listeners.ts';
import type { EventRecord, VersionVector } from '../core/event/replica.ts';
import type { LanDependencies, LinkState, Misconduct } from '../core/site/lan.ts';
import { isUnspecified } from './address.ts';
import type { Address } from './address.ts';
import { encodeFrame, protocolVersions } from './frames.ts';
import type { Frame, HelloFrame } from './frames.ts';
import { createConduct } from './conduct.ts';
import { createFloodGate } from './floodGate.ts';
import type { FloodGate } from './floodGate.ts';
import { guard } from '../core/guard.ts';
import type { HandoverFrame } from './handover.ts';
import { createIntroductions } from './introductions.ts';
import { createLink } from './link.ts';
import type { CloseReason, Link } from './link.ts';
import { surplusLinks } from './surplusLinks.ts';
import type { RenewalFrame } from './renewal.ts';
import { createWhereabouts } from './whereabouts.ts';
import { createPartExchange } from './attachments.ts';
import { createReplication } from './replication.ts';
import type { Timing } from './timing.ts';

export interface LinksDependencies extends Pick<LanDependencies, 'papers' | 'replica' | 'parts' | 'roster' | 'clock' | 'log' | 'siteName' | 'armed' | 'attended'> {
  readonly timing: Timing;
  readonly listening: () => Address | null;
  /** The first usable link to a station is there, or the last one is gone. */
  readonly onConnected: (station: string) => void;
  readonly onDisconnected: (station: string) => void;
  /** A peer said where others are. */
  readonly onWhereabouts: () => void;
  /** A station says that it holds the authority, and did not say so before. */
  readonly onAuthorityHeard: () => void;
  readonly onRenewal: (station: string, frame: RenewalFrame) => void;
  readonly onHandover: (station: string, frame: HandoverFrame) => void;
}

/** The mesh: every link of this station, and what is known of whoever is at its other end. */
export interface Links {
  /** Takes over an open socket to a peer whose certificate was checked. */
  readonly add: (socket: WebSocket, peer: string, dialledByUs: boolean, remoteHost: string) => void;
  readonly isConnected: (station: string) => boolean;
  /** A peer that broke the protocol is left alone for a while. */
  readonly isShunned: (station: string) => boolean;
  readonly sendAlarm: (records: readonly EventRecord[]) => readonly string[];
  readonly sendAlarmTo: (stations: readonly string[], records: readonly EventRecord[]) => readonly string[];
  /** To one station, over a usable link; false when there is none. */
  readonly send: (station: string, frame: Frame) => boolean;
  /** Connected stations that say that they hold the authority. */
  readonly authorities: () => readonly string[];
  readonly states: () => readonly LinkState[];
  readonly onChanged: (listener: () => void) => Stop;
  /** Ends every link to the station. */
  readonly shutOut: (station: string) => void;
  readonly closeAll: () => void;
}

/** A link and what its hello told the peer. Usable once the peer's own hello is here. */
interface Open {
  readonly link: Link;
  readonly told: VersionVector;
  readonly stationsTold: readonly string[];
  readonly addressesTold: ReadonlyMap<string, readonly string[]>;
  usable: boolean;
}

/** `clockAhead`: what the peer's clock said, minus the timer of this process, which never jumps. */
type Heard = Pick<LinkState, 'lastHeardAt' | 'armed' | 'attended'> & { readonly clockAhead: number | null };

/** Two are usual while both sides dial; a few more hang for a while where a network swallows packets. */
const mostLinksEach = 16;
/** Of a peer that reads nothing so much is kept for it, and no more. */
const mostBacklogBytes = 4 * 1024 * 1024;

const unheard: Heard = { lastHeardAt: null, armed: null, attended: null, clockAhead: null };

export const createLinks = (deps: LinksDependencies): Links => {
  const { papers, replica, roster, clock, log, timing } = deps;
  const self = papers.identity().station.id;
  const introductions = createIntroductions(deps);
  /** In the order in which they were opened. */
  const open = new Map<Link, Open>();
  const heardByStation = new Map<string, Heard>();
  const authorities = new Set<string>();
  const gateByStation = new Map<string, FloodGate>();
  const changes = createListeners<void>(log);
  const changed = () => changes.tell();
  const conduct = createConduct({ timing, log, onChanged: changed });
  const { isShunned } = conduct;

  const usableTo = (station: string) => [...open.values()].filter(({ usable, link }) => usable && link.peer === station);
  const isConnected = (station: string) => usableTo(station).length > 0;

  const cutOff = (link: Link, misconduct: Misconduct, detail: string) => {
    gateByStation.delete(link.peer);
    conduct.shun(link.peer, misconduct, detail);
    for (const { link: other } of open.values()) if (other.peer === link.peer) end(other, 'cutOff');
  };

  const replication = createReplication({ self, replica, stations: roster.list, timing, log, conduct });

  const files = createPartExchange({ parts: deps.parts, timing, log, isCaughtUp: replication.isCaughtUp, distrusts: replication.distrusts, onWrong: (link, detail) => replication.distrust(link.peer, detail) });

  const whereabouts = createWhereabouts(deps);

  const end = (link: Link, reason: CloseReason) => {
    link.close(reason);
    forget(link);
  };

  /** From here on nothing is sent on it; an alarm that is still coming in is shown all the same. */
  const forget = (link: Link) => {
    const known = open.get(link);
    if (known === undefined) return;
    open.delete(link);
    replication.detach(link);
    files.detach(link);
    whereabouts.detach(link);
    if (!known.usable || isConnected(link.peer)) return;
    authorities.delete(link.peer);
    log.info({ station: link.peer }, 'disconnected');
    deps.onDisconnected(link.peer);
    changed();
  };

  const sayHello = (link: Link) => {
    // A ledger that cannot be read has nothing to offer, and alarms to send all the same.
    const have = guard(log, 'the ledger cannot be read', replica.have) ?? new Map<string, number>();
    // The roster may not have our own newest certificate yet.
    const { station: own } = papers.identity();
    const stations = [own, ...roster.list().filter(({ id }) => id !== self)];
    const listening = deps.listening();
    const addresses = new Map([...(guard(log, 'the addresses cannot be read', roster.addresses) ?? [])].filter(([station]) => station !== self).map(([station, known]) => [station, [...known]]));
    open.set(link, { link, told: new Map(have), stationsTold: stations.map((station) => station.id), addressesTold: addresses, usable: false });
    link.send({
      type: 'hello',
      versions: [...protocolVersions],
      site: deps.siteName(),
      station: self,
      have,
      stations,
      addresses,
      listening: listening === null ? null : { host: isUnspecified(listening.host) ? null : listening.host, port: listening.port },
    });
  };

  const takeHello = (entry: Open, hello: HelloFrame) => {
    const { link } = entry;
    if (hello.station !== link.peer) return cutOff(link, 'falseName', 'Its hello names another station than its certificate.');
    const version = Math.max(...hello.versions.filter((known) => protocolVersions.includes(known)));
    if (!Number.isFinite(version)) {
      conduct.note(link.peer, 'version', `It speaks ${hello.versions.join(', ')}.`);
      return end(link, 'noCommonVersion');
    }
    introductions.meet(hello.stations);
    if (!introductions.knows(link.peer)) return cutOff(link, 'falseName', 'Its hello does not bring its own papers.');
    guard(log, 'the addresses that a station knows could not be kept', () => introductions.learnFrom(hello, link.peer, link.remoteHost));
    const isFirst = !isConnected(link.peer);
    entry.usable = true;
    settleDuplicates(link.peer);
    if (!open.has(link)) return;
    link.send(heartbeat());
    guard(log, 'replication could not begin', () => replication.attach(link, { version, have: hello.have, told: entry.told, stationsTold: entry.stationsTold }));
    files.attach(link, version);
    whereabouts.attach(link, entry.addressesTold);
    if (!isFirst) return;
    log.info({ station: link.peer }, 'connected');
    changed();
    deps.onConnected(link.peer);
  };

  const settleDuplicates = (peer: string) => {
    for (const link of surplusLinks(usableTo(peer).map(({ link }) => link), self)) end(link, 'duplicate');
  };

  const judge = (link: Link, misconduct: Misconduct | null, detail: string) => (misconduct === null ? undefined : cutOff(link, misconduct, detail));

  const gateOf = (station: string): FloodGate => {
    const known = gateByStation.get(station) ?? createFloodGate();
    gateByStation.set(station, known);
    return known;
  };

  const takeFrame = (link: Link, frame: Frame, bytes: number) => {
    if (isShunned(link.peer)) return;
    if (!gateOf(link.peer).lets(frame.type, bytes)) return cutOff(link, 'flood', 'It sends far more than a station has to say.');
    const entry = open.get(link);
    if (entry === undefined) {
      if (frame.type === 'alarm') replication.takeAlarm(link, frame.records);
      return;
    }
    const before = heardByStation.get(link.peer) ?? unheard;
    heardByStation.set(link.peer, { ...before, lastHeardAt: clock.now() });
    if (frame.type === 'hello') return entry.usable ? cutOff(link, 'outOfTurn', 'It says hello twice.') : takeHello(entry, frame);
    if (!entry.usable) return cutOff(link, 'outOfTurn', 'It does not say hello first.');
    switch (frame.type) {
      case 'alarm':
        return replication.takeAlarm(link, frame.records);
      case 'events':
        return judge(link, replication.takeEvents(link, frame.records), 'It sends events without waiting for its acknowledgements.');
      case 'have':
        return judge(link, replication.takeHave(link, frame), 'It acknowledges what was never sent, or holds events of more stations than a site has.');
      case 'keysWanted':
        return replication.takeKeysWanted(link, frame);
      case 'keys':
        return replication.takeKeys(link, frame);
      case 'partWanted':
        return judge(link, files.takeWanted(link, frame), 'It asks for parts of files without waiting for its answers.');
      case 'part':
        return judge(link, files.takePart(link, frame), 'It sends parts of files that it was not asked for.');
      case 'stations':
        introductions.meet(frame.stations);
        introductions.hearOf(frame.addresses, link.peer);
        return deps.onWhereabouts();
      case 'heartbeat': {
        const { armed, attended, authority } = frame;
        const isNews = authority && !authorities.has(link.peer);
        authorities[authority ? 'add' : 'delete'](link.peer);
        if (isNews) deps.onAuthorityHeard();
        const clockAhead = frame.at - performance.now();
        heardByStation.set(link.peer, { lastHeardAt: clock.now(), armed, attended, clockAhead });
        if (before.armed !== armed || before.attended !== attended || before.clockAhead === null || Math.abs(before.clockAhead - clockAhead) >= 1_000) changed();
        return;
      }
      case 'renewal':
      case 'renewed':
        return deps.onRenewal(link.peer, frame);
      case 'authority':
      case 'authorityAnswer':
        return deps.onHandover(link.peer, frame);
    }
  };

  const heartbeat = (): Frame => ({
    type: 'heartbeat',
    at: clock.now(),
    armed: guard(log, 'whether this station is armed cannot be told', deps.armed) ?? false,
    attended: guard(log, 'whether somebody is at this station cannot be told', deps.attended) ?? false,
    authority: papers.authorityKey() !== null,
  });
  const pulse = setInterval(() => {
    guard(log, 'the heartbeat could not be sent', () => {
      const encoded = encodeFrame(heartbeat());
      for (const { link } of [...open.values()]) {
        if (link.backlog() <= mostBacklogBytes) link.write(encoded);
        else {
          conduct.note(link.peer, 'stall', 'It reads nothing of what is sent to it.');
          end(link, 'silent');
        }
      }
    });
    guard(log, 'replication could not be tried again', replication.retry);
  }, timing.heartbeat);

  /** Also to a peer whose hello is still on its way: ours went ahead, so it can read what follows. */
  const writeAlarm = (links: readonly Link[], records: readonly EventRecord[]): readonly string[] => {
    const encoded = encodeFrame({ type: 'alarm', records: [...records] });
    const written = links.filter((link) => link.write(encoded));
    return [...new Set(written.map((link) => link.peer))];
  };

  return {
    isConnected,
    isShunned,
    add: (socket, peer, dialledByUs, remoteHost) => {
      if (isShunned(peer)) return socket.terminate();
      const onFrame = (link: Link, frame: Frame, bytes: number) => guard(log, 'a frame could not be dealt with', () => takeFrame(link, frame, bytes));
      const onNonsense = (link: Link, reason: string) => (isShunned(peer) ? undefined : cutOff(link, 'nonsense', reason));
      const onSilence = () => conduct.note(peer, 'silence', 'It sent nothing whole.');
      const link = createLink({ socket, peer, dialledByUs, remoteHost, timing, log, onFrame, onNonsense, onSilence, onClosed: forget });
      if ([...open.keys()].filter((other) => other.peer === peer).length >= mostLinksEach) {
        link.close('cutOff');
        return cutOff(link, 'flood', 'It opens connection after connection.');
      }
      if (guard(log, 'hello could not be said', () => (sayHello(link), true)) !== true) socket.terminate();
    },
    sendAlarm: (records) => writeAlarm([...open.keys()], records),
    sendAlarmTo: (stations, records) => writeAlarm([...open.keys()].filter((link) => stations.includes(link.peer)), records),
    send: (station, frame) => {
      const [entry] = usableTo(station);
      return entry !== undefined && entry.link.write(encodeFrame(frame));
    },
    authorities: () => [...authorities].filter(isConnected),
    states: () => {
      const others = new Set([...roster.list().map(({ id }) => id), ...conduct.stations()]);
      // Against our clock as it stands now, which may have jumped since the last heartbeat.
      const ownAhead = clock.now() - performance.now();
      return [...others]
        .filter((id) => id !== self)
        .map((station) => {
          const { clockAhead, ...heard } = heardByStation.get(station) ?? unheard;
          return { ...heard, clockOffset: clockAhead === null ? null : clockAhead - ownAhead, station, connected: isConnected(station), misconduct: conduct.of(station) };
        });
    },
    shutOut: (station) => {
      for (const link of [...open.keys()].filter(({ peer }) => peer === station)) end(link, 'retired');
      changed();
    },
    onChanged: changes.add,
    closeAll: () => {
      clearInterval(pulse);
      replication.stop();
      files.stop();
      whereabouts.stop();
      for (const link of open.keys()) end(link, 'goingAway');
    },
  };
};
