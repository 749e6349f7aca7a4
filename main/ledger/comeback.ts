import type { Log } from '../core/environment.ts';
import type { Event } from '../core/event/catalogue.ts';
import { subjectOf } from '../core/event/subject.ts';
import { guard } from '../core/guard.ts';
import type { Commits } from './commits.ts';
import { noPredecessor } from './encoding.ts';
import type { CheckedEvent, EventTable } from './eventTable.ts';
import type { Holdings } from './holdings.ts';
import type { ChainEnd, Journal } from './journal.ts';
import type { Keyring } from './keyring.ts';
import type { LedgerFile, Replacement } from './ledgerFile.ts';
import type { LocalStore } from './localStore.ts';
import { readOwn, type OwnChain } from './ownChain.ts';
import type { Recovery } from './recovery.ts';
import { farOff, type Restoration } from './restoration.ts';
import type { UrgentQueue } from './urgentQueue.ts';

/** How a station finds the end of its own chain again: after a start, after a loss of its file, after a restoration from a backup. */
export interface Comeback {
  /** At the start: what waits in the journal is taken up, and the file is watched. */
  readonly resume: () => void;
  /** Takes back what can be read of a ledger that was set aside, whenever that was. */
  readonly salvage: () => Promise<void>;
  /** After a restoration: everybody has said what they have of this chain, and all of that is back, so it goes on from there. */
  readonly settleRestored: () => void;
  /** Somebody had these of this chain: it goes on behind them. */
  readonly goOnBehind: (end: ChainEnd) => void;
}

export interface ComebackDependencies {
  readonly stationId: string;
  readonly table: Pick<EventTable, 'head' | 'have' | 'states' | 'eventsOf'>;
  readonly keyring: Pick<Keyring, 'meet'>;
  readonly local: Pick<LocalStore, 'roster'>;
  readonly chain: OwnChain;
  readonly commits: Pick<Commits, 'joins' | 'beginAnew'>;
  readonly queue: UrgentQueue;
  readonly holdings: Holdings;
  readonly restoration: Restoration;
  readonly recovery: Recovery;
  readonly journal: Journal | undefined;
  readonly file: Pick<LedgerFile, 'replacement' | 'onReplaced' | 'isOpen'> | undefined;
  /** Whatever is written from now on is written later than these. */
  readonly observe: (stamped: readonly CheckedEvent['encoded'][]) => void;
  /** What this process could not see while it was written. */
  readonly tell: (events: readonly Event[]) => void;
  readonly log: Log;
}

export const createComeback = ({ stationId, table, keyring, local, chain, commits, queue, holdings, restoration, recovery, journal, file, observe, tell, log }: ComebackDependencies): Comeback => {
  const read = <Value>(from: () => Value): Value | undefined => guard(log, 'the ledger cannot be read', from);
  const own = (): ChainEnd => read(() => table.head(stationId)) ?? { seq: 0, hash: noPredecessor };

  const goOnBehind = (end: ChainEnd): void => {
    if (end.seq > chain.end().seq) chain.endAt(end);
  };

  /** Where there is no other station nobody else ever saw what is missing, so nothing is given twice by going on behind what is left. */
  const settleAlone = (): void => {
    const end = read(() => table.head(stationId) ?? { seq: 0, hash: noPredecessor });
    if (end === undefined || file?.isOpen() === false) return;
    if (local.roster.list().some(({ id }) => id !== stationId) || commits.joins(queue.first() ?? chain.end().seq + 1)) return;
    log.error({ lost: holdings.best(stationId) - end.seq }, 'own events are lost, and this station goes on behind those that are left');
    chain.endAt(end);
    holdings.setBest(stationId, end.seq);
    journal?.noteHead(end);
    queue.replace(chain.stampAgain);
  };

  const settleRestored = (): void => {
    const pending = restoration.pending();
    if (pending === null) return;
    if (pending.most > holdings.best(stationId)) holdings.setBest(stationId, pending.most);
    const end = read(() => table.head(stationId));
    if (pending.waitsFor.length > 0 || end === undefined || end.seq < pending.most) return;
    if (chain.end().seq >= farOff) {
      chain.endAt(end);
      queue.replace(chain.stampAgain);
    }
    // Until what waits is committed the journal has it at its place far off, and another start has to come through here.
    if (queue.flush()) restoration.finish();
  };

  const salvage = async (): Promise<void> => {
    const back = await recovery.run();
    if (back !== null) log.warn({ back, missing: holdings.missing() }, 'what could be read of the ledger that was set aside is back');
    settleAlone();
    queue.flush();
  };

  const takeReplacement = (replacement: Replacement): void => {
    holdings.replace(read(table.have) ?? new Map());
    goOnBehind(own());
    commits.beginAnew(replacement.reason === 'damaged' || replacement.reason === 'lost');
    recovery.note(replacement);
    salvage().catch((error: unknown) => log.error({ error: String(error) }, 'what was set aside cannot be read'));
    queue.flush();
    // What was open when the station ended could not be seen at its start.
    if (replacement.reason === 'returned') for (const { id } of read(() => table.states('alarm', { open: true })) ?? []) tell(read(() => table.eventsOf(subjectOf('alarm', id))) ?? []);
  };

  return {
    goOnBehind,
    salvage,
    settleRestored,
    resume: () => {
      const start = own();
      const kept = (journal?.waiting() ?? []).flatMap((records) => readOwn(records, stationId) ?? []);
      const waiting = commitsOf(kept).filter((events) => (events[0]?.record.seq ?? 0) > start.seq);
      for (const events of waiting) {
        observe(events.map(({ encoded }) => encoded));
        keyring.meet(events);
      }
      const last = waiting.at(-1)?.at(-1);
      if (last !== undefined) goOnBehind({ seq: last.record.seq, hash: last.hash });
      if (kept.length > 0) queue.resume(waiting);
      if (waiting.length > 0) log.warn({ waiting: waiting.length }, 'alarms from before wait to be committed');
      if (start.seq > (journal?.head()?.seq ?? 0)) journal?.noteHead(start);
      recovery.note(file?.replacement() ?? null);
      file?.onReplaced(takeReplacement);
      queue.flush();
      settleRestored();
    },
  };
};

/** As they were signed: each behind a signature is a commit. */
const commitsOf = (events: readonly CheckedEvent[]): readonly (readonly CheckedEvent[])[] => {
  const ends = events.flatMap(({ record }, index) => (record.signature === null ? [] : [index + 1]));
  return ends.map((end, index) => events.slice(ends[index - 1] ?? 0, end));
};
