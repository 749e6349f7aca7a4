import type { TracedEvent } from '../contract/evidence.ts';
import type { Result } from '../contract/problem.ts';
import type { Verification } from '../contract/station.ts';
import type { Stop } from '../core/environment.ts';
import type { Draft, Event } from '../core/event/catalogue.ts';
import type { ProvenEvent } from '../core/event/provenEvent.ts';
import type { Acceptance, EventRecord, Replica, VersionVector } from '../core/event/replica.ts';
import type { EventTable } from './eventTable.ts';
import type { Replacement } from './ledgerFile.ts';
import type { LocalStore } from './localStore.ts';
import type { Newcomer } from './newcomer.ts';
import type { Rebuild } from './rebuild.ts';

/** How it stands with the ledger, for whoever supervises it. */
export interface LedgerCondition {
  readonly takesWrites: boolean;
  /** Own events that have their number and wait for their commit. */
  readonly waiting: number;
  /** What happened to the file while this station ran, or when it started. */
  readonly replacement: Replacement | null;
  /** So many events were here before and have not come back yet, from what was set aside or from other stations. */
  readonly missing: number;
  /** This station was restored from a backup (of this moment), and waits until these stations have said what they have of it. Null when it does not. */
  readonly restoring: { readonly from: string; readonly waitsFor: readonly string[] } | null;
}

/** The append-only log of this site on this station. One transaction a commit; listeners hear only of what is durable. */
export interface Ledger extends Omit<Replica, 'accept' | 'hear'>, Pick<EventTable, 'countBefore' | 'eventsOf' | 'head' | 'oldest' | 'papersBefore' | 'state' | 'states' | 'subjectsOf'> {
  /** Stamps, signs and commits. Nothing was written when it fails with `LedgerUnwritable`. */
  readonly append: (drafts: readonly Draft[]) => Result<readonly Event[]>;
  /**
   * For alarms: stamps and signs, hands the records to `send` BEFORE the commit, and never fails. When the commit fails
   * the events keep their place in the chain, are kept in the journal, and are committed as soon as that is possible.
   */
  readonly appendUrgently: (drafts: readonly Draft[], send: (records: readonly EventRecord[]) => void) => readonly Event[];
  /** Takes over events of others at once. */
  readonly accept: (records: readonly EventRecord[]) => Result<Acceptance>;
  /** The same for many: a few at a time, so that no alarm waits for them. */
  readonly acceptGradually: (records: readonly EventRecord[]) => Promise<Result<Acceptance>>;
  /** Tries to commit what `appendUrgently` could not. True when nothing waits any more. It is tried again by itself, too. */
  readonly flush: () => boolean;
  /** Measured: a write went well within the last seconds, and nothing waits that is kept in memory alone. */
  readonly takesWrites: () => boolean;
  readonly condition: () => LedgerCondition;
  /** How far the time of new events is ahead of the clock: milliseconds. */
  readonly clockAhead: () => number;
  /** The time of the last event held of each station, in milliseconds since the epoch; by station. */
  readonly lastWrote: () => ReadonlyMap<string, number>;
  /** Called with events that are not durable here yet: own urgent ones, and alarm frames of others. Those that wait already come at once. */
  readonly onUrgent: (listener: (events: readonly Event[]) => void) => Stop;
  /** Called after each commit with the events that this program can read. */
  readonly onEvents: (listener: (events: readonly Event[]) => void) => Stop;
  /** What is left of everything that was erased, in the total order. */
  readonly erasures: () => readonly Extract<Event, { kind: 'SubjectErased' }>[];
  /** Something was erased that may still stand in the WAL, or in a ledger that was set aside: overwrites it there. To be called again and again; it does nothing otherwise. */
  readonly settleErasures: () => void;
  /** What a station says that it has: one that was restored from a backup goes on behind that. */
  readonly hear: (station: string, have: VersionVector) => void;
  /** That station was retired: what it has of this one's chain does not matter any more. */
  readonly excuse: (station: string) => void;
  /** A walk over every event, in turns. */
  readonly verify: () => Promise<Verification>;
  /** Events in the order in which this station learned of them, some behind a place in it: of these subjects with what was written, or of all without. */
  readonly trace: (subjects: readonly string[] | null, after: number) => readonly TracedEvent[];
  /** The events of these subjects, with all that it takes to check them elsewhere. */
  readonly prove: (subjects: readonly string[]) => readonly ProvenEvent[];
  /** Folds every projection anew from its events, in turns. Returns how many subjects there are. */
  readonly rebuild: Rebuild['run'];
  /** How far that is; null while it is not under way. */
  readonly rebuilding: Rebuild['progress'];
  /** The same for what a press needs to know, at once. */
  readonly refoldFirst: Rebuild['first'];
  /** Takes back what can be read of a ledger that was set aside, whenever that was. To be called once after the start. */
  readonly salvage: () => Promise<void>;
  /** Whether this station takes over what the site has, and may hurry; its index waits for the end of that. */
  readonly newcomer: Pick<Newcomer, 'takesOver' | 'hurries' | 'indexed'>;
  /** Its keys are destroyed: what was or is written about it is read by nobody. */
  readonly isErased: (subject: string) => boolean;
  readonly local: LocalStore;
}
