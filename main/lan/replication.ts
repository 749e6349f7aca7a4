import { performance } from 'node:perf_hooks';
import type { Problem } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import type { EventRecord, Replica, VersionVector } from '../core/event/replica.ts';
import { sealsSince } from '../core/site/protocol.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import type { Misconduct } from '../core/site/lan.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { batchBytes, createBatches } from './batches.ts';
import type { Conduct } from './conduct.ts';
import { createDistrust } from './distrust.ts';
import { mostKeys, mostStations, type Frame } from './frames.ts';
import { guard } from '../core/guard.ts';
import type { Link } from './link.ts';
import type { Timing } from './timing.ts';

/** Frames of events without an acknowledgement. */
export const mostUnderWay = 8;
/** What an alarm may find ahead of it in a socket. */
const mostBytesUnderWay = mostUnderWay * batchBytes;
/** A peer that has this many frames of events under way does not wait for acknowledgements as it should. */
const mostTaken = 16;

export interface ReplicationDependencies {
  /** This station's id. */
  readonly self: string;
  readonly replica: Replica;
  readonly stations: () => readonly EnrolledStation[];
  readonly timing: Timing;
  readonly log: Log;
  readonly conduct: Pick<Conduct, 'note'>;
}

/** What the two hellos said. */
export interface AttachedPeer {
  /** The highest version of the protocol that both speak. */
  readonly version: number;
  readonly have: VersionVector;
  readonly told: VersionVector;
  readonly stationsTold: readonly string[];
}

/** Brings every usable link's peer to what this station has; README.md says by which rules. */
export interface Replication {
  /** Begins with a peer whose hello says what it has and whom it knows. */
  readonly attach: (link: Link, peer: AttachedPeer) => void;
  readonly detach: (link: Link) => void;
  /** Null, or how the peer breaks the protocol with it. */
  readonly takeEvents: (link: Link, records: readonly EventRecord[]) => Misconduct | null;
  readonly takeHave: (link: Link, frame: Extract<Frame, { type: 'have' }>) => Misconduct | null;
  readonly takeKeysWanted: (link: Link, frame: Extract<Frame, { type: 'keysWanted' }>) => void;
  readonly takeKeys: (link: Link, frame: Extract<Frame, { type: 'keys' }>) => void;
  readonly takeAlarm: (link: Link, records: readonly EventRecord[]) => void;
  /** What the station sent a moment ago does not hold, so nothing of it is taken at present. */
  readonly distrusts: (station: string) => boolean;
  /** Something else that the station sent does not hold: the same as if its events did not. `detail` is for the log. */
  readonly distrust: (station: string, detail: string) => void;
  /** Nothing is under way on this link, and the peer says of no station's events that it has more of them; or has said so for long without sending any. */
  readonly isCaughtUp: (link: Link) => boolean;
  /** At each heartbeat: offers again what was sent but never taken, says what was lost, and looks who takes nothing or sends nothing of what it holds. */
  readonly retry: () => void;
  readonly stop: () => void;
}

/** What is known and under way on one link. */
interface Exchange {
  readonly link: Link;
  readonly version: number;
  /** Held by the peer, by its own word. */
  readonly theirs: Map<string, number>;
  /** Sent to the peer, taken or not. */
  readonly sent: Map<string, number>;
  /** What the peer was last told that we hold. */
  readonly acknowledgements: Acknowledgements;
  readonly stationsTold: Set<string>;
  framesSent: number;
  framesAcknowledged: number;
  /** Bytes of each frame that is not acknowledged, oldest first. */
  readonly underWay: number[];
  /** One frame was sent in this turn: the next one is when whatever came in meanwhile was dealt with. */
  next: NodeJS.Immediate | null;
  framesReceived: number;
  /** Arrived and not dealt with yet. */
  framesUnderWay: number;
  /** Arrived and left aside. Until they are acknowledged with the others the peer sends no more. */
  framesLeft: number;
  /** Since when (`performance.now`) it has acknowledged nothing of what is under way to it; null while nothing is. */
  stalledSince: number | null;
  /** Since when it has sent nothing of what it says that it holds; null while it does, or holds nothing new. */
  claimsSince: number | null;
}

export const createReplication = ({ self, replica, stations, timing, log, conduct }: ReplicationDependencies): Replication => {
  const exchanges = new Map<Link, Exchange>();
  /** Others' events up to here have been held for a while; whoever lacks them still will not get them from their writer. */
  let settled = replica.have();
  const batches = createBatches(replica, log);
  let tellTimer: NodeJS.Timeout | null = null;
  let relayTimer: NodeJS.Timeout | null = null;

  const pump = (exchange: Exchange, roster: readonly EnrolledStation[], held: VersionVector) => {
    offerStations(exchange, roster);
    if (exchange.next !== null) return;
    if (exchange.underWay.length >= mostUnderWay || exchange.underWay.reduce((sum, bytes) => sum + bytes, 0) >= mostBytesUnderWay || exchange.link.backlog() > mostBytesUnderWay) return;
    const records = batches.next(exchange, new Map([[self, held.get(self) ?? 0], ...[...settled].filter(([origin]) => origin !== self)]));
    if (records.length === 0) return;
    exchange.framesSent += 1;
    exchange.underWay.push(records.reduce((bytes, record) => bytes + record.bytes.length, 0));
    exchange.stalledSince ??= performance.now();
    exchange.link.send({ type: 'events', records: [...records] });
    exchange.next = setImmediate(() => {
      exchange.next = null;
      if (exchanges.get(exchange.link) === exchange) guard(log, 'events could not be sent', () => pump(exchange, stations(), replica.have()));
    });
  };

  const pumpAll = () => {
    const roster = stations();
    const held = replica.have();
    for (const exchange of exchanges.values()) guard(log, 'events could not be sent', () => pump(exchange, roster, held));
  };

  /** Newcomers are introduced before their first event. */
  const offerStations = ({ link, stationsTold }: Exchange, roster: readonly EnrolledStation[]) => {
    const newcomers = roster.filter((station) => !stationsTold.has(station.id));
    if (newcomers.length === 0) return;
    for (const { id } of newcomers) stationsTold.add(id);
    link.send({ type: 'stations', stations: [...newcomers], addresses: new Map() });
  };

  /** Says what changed since the peer was last told; with an acknowledgement even when nothing did. */
  const tell = ({ link, acknowledgements, framesReceived }: Exchange, held: VersionVector, acknowledge: boolean) => {
    const news = new Map([...held].filter(([origin, seq]) => acknowledgements.told.get(origin) !== seq));
    if (news.size === 0 && !acknowledge) return;
    acknowledgements.tell(news, framesReceived);
    link.send({ type: 'have', received: framesReceived, have: news });
  };

  const tellAll = () => {
    if (tellTimer !== null) clearTimeout(tellTimer);
    tellTimer = null;
    const held = replica.have();
    for (const exchange of exchanges.values()) tell(exchange, held, false);
  };

  const relay = () => {
    relayTimer = null;
    settled = replica.have();
    pumpAll();
  };

  const stopListening = replica.onCommitted((records) => {
    // Whoever committed is not to hear of trouble on the network.
    if (records.some((record) => record.origin === self)) guard(log, 'events could not be sent', pumpAll);
    if (records.every((record) => record.origin === self)) return;
    tellTimer ??= setTimeout(() => guard(log, 'the peers could not be told', tellAll), timing.tell);
    relayTimer ??= setTimeout(() => guard(log, 'events could not be sent', relay), timing.relay);
  });

  /** Events of stations that are not on the roster cannot be checked yet; they come again. */
  const checkable = (records: readonly EventRecord[]): readonly EventRecord[] => {
    const known = new Set(stations().map((station) => station.id));
    return records.filter((record) => known.has(record.origin));
  };

  /** Bodies may come by way of a station that knows of no keys, or from a ledger that lost some. */
  const askForKeys = ({ link, version }: Exchange) => {
    const wanted = version < sealsSince ? [] : replica.wantedKeys(mostKeys);
    if (wanted.length > 0) link.send({ type: 'keysWanted', keys: [...wanted] });
  };

  const distrust = createDistrust({
    timing,
    onOver: (station) => {
      for (const exchange of exchanges.values()) if (exchange.link.peer === station) guard(log, 'a peer could not be told to go on', () => takeAgain(exchange));
    },
  });

  const take = (exchange: Exchange, records: readonly EventRecord[]) => {
    const accepted = guard(log, 'events of a peer could not be kept', () => replica.accept(checkable(records)));
    if (!(accepted instanceof Promise)) return settle(exchange, accepted);
    accepted.then(
      (later) => guard(log, 'events of a peer could not be acknowledged', () => settle(exchange, later)),
      (error: unknown) => {
        exchange.framesUnderWay -= 1;
        log.error({ error: String(error) }, 'events of a peer could not be kept');
      },
    );
  };

  /** None of it is cut off: its alarms may still be true, and ours may still reach it. */
  const watchPromises = () => {
    const now = performance.now();
    const held = replica.have();
    const roster = new Set(stations().map(({ id }) => id));
    for (const exchange of exchanges.values()) {
      const { link, theirs, stalledSince } = exchange;
      if (stalledSince !== null && now - stalledSince > timing.stall) conduct.note(link.peer, 'stall', 'It acknowledges no events.');
      const holdsMore = !distrust.isOf(link.peer) && [...theirs].some(([origin, seq]) => roster.has(origin) && seq > (held.get(origin) ?? 0));
      exchange.claimsSince = holdsMore ? (exchange.claimsSince ?? now) : null;
      if (exchange.claimsSince !== null && now - exchange.claimsSince > timing.stall) conduct.note(link.peer, 'claims', 'It says that it holds events which it does not send.');
    }
  };

  const takeAgain = (exchange: Exchange) => {
    exchange.framesReceived += exchange.framesLeft;
    exchange.framesLeft = 0;
    tell(exchange, replica.have(), true);
  };

  /** Behind a frame of events: acknowledges it, unless what came in it, or before it, did not hold. */
  const settle = (exchange: Exchange, accepted: Awaited<ReturnType<Replica['accept']>> | undefined): void => {
    const { link } = exchange;
    exchange.framesUnderWay -= 1;
    if (exchanges.get(link) !== exchange) return;
    if (accepted?.ok === false) refuse(link, accepted.error);
    else for (const writer of accepted?.value.forked ?? []) accuse(writer, link.peer);
    if (distrust.isOf(link.peer)) {
      exchange.framesLeft += 1;
      return;
    }
    exchange.framesReceived += 1;
    tell(exchange, replica.have(), true);
  };

  const distrustFor = (station: string, misconduct: Misconduct, detail: string) => {
    distrust.begin(station);
    conduct.note(station, misconduct, detail);
  };

  const accuse = (writer: string, carrier: string) =>
    writer === self
      ? conduct.note(carrier, 'ownFork', 'It holds other events of this station than this station does.')
      : conduct.note(writer, 'fork', `It signed other events than those that are held here; they came from ${carrier}.`);

  const refuse = (link: Link, problem: Problem) => {
    if (problem.type === 'PeerNotTrusted') distrustFor(link.peer, 'forgery', problem.message);
    else log.error({ station: link.peer, problem }, 'events of a peer could not be kept');
  };

  return {
    attach: (link, { version, have, told, stationsTold }) => {
      if (exchanges.size === 0) settled = replica.have();
      const exchange: Exchange = { link, version, theirs: new Map(have), sent: new Map(), acknowledgements: createAcknowledgements(told, mostUnderWay), stationsTold: new Set(stationsTold), framesSent: 0, framesAcknowledged: 0, underWay: [], next: null, framesReceived: 0, framesUnderWay: 0, framesLeft: 0, stalledSince: null, claimsSince: null };
      exchanges.set(link, exchange);
      replica.expect(have);
      tell(exchange, replica.have(), false);
      pump(exchange, stations(), replica.have());
      askForKeys(exchange);
    },
    detach: (link) => {
      exchanges.delete(link);
    },
    takeEvents: (link, records) => {
      const exchange = exchanges.get(link);
      if (exchange === undefined) return null;
      if (exchange.framesUnderWay + exchange.framesLeft >= mostTaken) return 'unasked';
      exchange.framesUnderWay += 1;
      exchange.claimsSince = null;
      if (exchange.acknowledgements.isReplay(records)) distrustFor(link.peer, 'replay', 'It sends events again that it was told are held here.');
      if (distrust.isOf(link.peer)) settle(exchange, undefined);
      else take(exchange, records);
      return null;
    },
    takeHave: (link, { received, have }) => {
      const exchange = exchanges.get(link);
      if (exchange === undefined) return null;
      if (received > exchange.framesSent) return 'numbers';
      for (const [origin, seq] of have) exchange.theirs.set(origin, seq);
      if (exchange.theirs.size > mostStations) return 'nonsense';
      if (received > exchange.framesAcknowledged) exchange.stalledSince = received < exchange.framesSent ? performance.now() : null;
      exchange.framesAcknowledged = Math.max(exchange.framesAcknowledged, received);
      exchange.underWay.splice(0, exchange.underWay.length - (exchange.framesSent - exchange.framesAcknowledged));
      pump(exchange, stations(), replica.have());
      return null;
    },
    takeKeysWanted: (link, { keys }) => {
      const found = replica.findKeys(keys);
      if (found.length > 0) link.send({ type: 'keys', keys: [...found] });
    },
    takeKeys: (link, { keys }) => {
      const learnt = replica.learnKeys(keys);
      const exchange = exchanges.get(link);
      if (exchange !== undefined && learnt > 0) askForKeys(exchange);
    },
    takeAlarm: (link, records) => {
      const known = checkable(records);
      if (known.length === 0) return;
      const shown = replica.preview(known);
      if (!shown.ok) refuse(link, shown.error);
    },
    distrusts: distrust.isOf,
    distrust: (station, detail) => distrustFor(station, 'forgery', detail),
    isCaughtUp: (link) => {
      const exchange = exchanges.get(link);
      if (exchange === undefined || exchange.framesSent > exchange.framesAcknowledged || exchange.framesUnderWay > 0) return false;
      // A chain that was forked is never taken to its end.
      if (exchange.claimsSince !== null && performance.now() - exchange.claimsSince > timing.partLate) return true;
      const held = replica.have();
      // What nobody vouches for yet cannot be waited for.
      const known = new Set(stations().map((station) => station.id));
      return [...exchange.theirs].every(([origin, seq]) => (held.get(origin) ?? 0) >= seq || !known.has(origin));
    },
    retry: () => {
      for (const exchange of exchanges.values()) if (exchange.framesSent === exchange.framesAcknowledged) exchange.sent.clear();
      // Not with the hello already: by now a peer has introduced whom it knows, and they have a say too.
      for (const { link, theirs } of exchanges.values()) guard(log, 'what a peer has could not be noted', () => replica.hear?.(link.peer, theirs));
      watchPromises();
      // Whoever lost its ledger says so: what it had before is sent to it once more.
      tellAll();
      pumpAll();
      for (const exchange of exchanges.values()) guard(log, 'no key could be asked for', () => askForKeys(exchange));
    },
    stop: () => {
      stopListening();
      distrust.stop();
      if (tellTimer !== null) clearTimeout(tellTimer);
      if (relayTimer !== null) clearTimeout(relayTimer);
      exchanges.clear();
    },
  };
};
