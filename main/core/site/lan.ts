import type { Result } from '../../contract/problem.ts';
import type { Invitation } from '../../contract/station.ts';
import type { Clock, Log, Stop } from '../environment.ts';
import type { PartReplica } from '../attachment/parts.ts';
import type { EventRecord, Replica } from '../event/replica.ts';
import type { EnrolledStation, InvitationStore, Papers, StationIdentity } from './identity.ts';

/**
 * What a station of the site can do that none does that keeps to the protocol (main/lan/README.md). It may be broken, restored from a copy, of another version, or
 * in foreign hands; which of these, only people can find out.
 */
export type Misconduct =
  /** Sent what is no message. */
  | 'nonsense'
  /** Spoke before it said who it is, or said so twice. */
  | 'outOfTurn'
  /** Its hello names another station than its certificate. */
  | 'falseName'
  /** Sent or opened far more than a station needs. */
  | 'flood'
  /** Sent events without waiting for their acknowledgement. */
  | 'unasked'
  /** Acknowledged what was never sent to it. */
  | 'numbers'
  /** Says that it holds events which it does not send. */
  | 'claims'
  /** Sent events anew after it was told that they are held here. */
  | 'replay'
  /** Sent events that were not signed as they stand. */
  | 'forgery'
  /** Signed two different events of one number. */
  | 'fork'
  /** Holds other events of this very station than this station does: one of the two was put back from a copy. */
  | 'ownFork'
  /** Kept its connection open and sent no whole message for too long. */
  | 'silence'
  /** Takes nothing of what is sent to it. */
  | 'stall'
  /** Speaks no version of the protocol that is spoken here. */
  | 'version';

/** The state of one link to another station of the site. Times are milliseconds since the epoch. */
export interface LinkState {
  readonly station: string;
  readonly connected: boolean;
  readonly lastHeardAt: number | null;
  /** What the peer said of itself in its last heartbeat. */
  readonly armed: boolean | null;
  /** Whether somebody was at its screen lately, by its last heartbeat; null also where a station does not tell. */
  readonly attended: boolean | null;
  /** Peer's clock, by its last heartbeat, minus ours as it stands now, in milliseconds; null before the first. */
  readonly clockOffset: number | null;
  /** How it broke the protocol lately. */
  readonly misconduct: readonly Misconduct[];
}

/** Who belongs to the site. The ledger keeps it; the LAN reads it and hands on what peers present. */
export interface Roster {
  readonly list: () => readonly EnrolledStation[];
  /** Keeps a station whose certificate was checked against the authority. */
  readonly add: (station: EnrolledStation) => void;
  /** Addresses (`host:port`) last known for a station, best first. */
  readonly addresses: () => ReadonlyMap<string, readonly string[]>;
  readonly learnAddresses: (station: string, addresses: readonly string[]) => void;
}

export interface LanDependencies {
  readonly papers: Papers;
  readonly replica: Replica;
  readonly parts: PartReplica;
  readonly roster: Roster;
  readonly invitations: InvitationStore;
  readonly clock: Clock;
  readonly log: Log;
  /** `host:port`; port 0 takes any free one. */
  readonly listen: string;
  /** Addresses from the configuration that are dialled besides the learnt ones. */
  readonly fixedAddresses: readonly string[];
  /** Looks for the others on the network by multicast DNS, and is found there. */
  readonly discover: boolean;
  readonly siteName: () => string;
  /** Shut out for good: neither let in nor dialled. */
  readonly isRetired: (station: string) => boolean;
  /** What the heartbeat says of this station. */
  readonly armed: () => boolean;
  /** Likewise: whether somebody was at its screen lately. */
  readonly attended: () => boolean;
  /** Called when a joiner was given its certificate. Must make it durable before it returns. */
  readonly onEnrolled: (station: EnrolledStation) => void;
}

export interface Lan {
  /** `PortInUse` when the address is taken. */
  readonly start: () => Promise<Result<{ readonly listening: string }>>;
  /** Writes the records to the socket of every connected peer before it returns. Returns the ids of those written to. */
  readonly sendAlarm: (records: readonly EventRecord[]) => readonly string[];
  /** The same to some stations only: what they have not said that they received is sent again. */
  readonly sendAlarmTo: (stations: readonly string[], records: readonly EventRecord[]) => readonly string[];
  readonly links: () => readonly LinkState[];
  /** Ends every link to a station that was retired, at once. */
  readonly shutOut: (station: string) => void;
  readonly onLinksChanged: (listener: () => void) => Stop;
  /**
   * Hands the key of the site's authority to a connected station. That it has it is told by the event that it writes; an answer is only the sooner word.
   * `StationNotConnected`, `AuthorityElsewhere`, or `LedgerUnwritable` when that station could not keep it.
   */
  readonly handOver: (station: string, number: number) => Promise<Result<void>>;
  /** `AuthorityElsewhere` where this station does not hold the authority. */
  readonly invite: (hours: number) => Promise<Result<Invitation>>;
  readonly listening: () => string | null;
  readonly stop: () => Promise<void>;
}

/** What a joiner comes home with. */
export interface Enrolment {
  readonly siteName: string;
  readonly identity: StationIdentity;
  readonly stations: readonly EnrolledStation[];
  /** Addresses by station id. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}
