import type { Log } from '../core/environment.ts';
import type { EventRecord } from '../core/event/replica.ts';
import { guard } from '../core/guard.ts';
import { readableEvents } from './damage.ts';
import type { LedgerFile, Replacement } from './ledgerFile.ts';
import type { LocalStore } from './localStore.ts';

/** So many of its own last events a station has in memory: a damaged file most likely lacks just these. */
const mostRecent = 500;
const secretName = 'set aside, to be read';
const notNoted = 'what was set aside is not noted';

/** Takes back what can be had of a ledger that was lost, without the other stations. */
export interface Recovery {
  /** An own commit, to be remembered. */
  readonly remember: (records: readonly EventRecord[]) => void;
  /** Own events from memory that follow the one with this number. */
  readonly after: (seq: number) => readonly EventRecord[];
  /** The file was replaced: what was set aside is to be read, by this process or a later one. */
  readonly note: (replacement: Replacement | null) => void;
  /** Reads it, in turns. Returns how many events came back; null when there was nothing to read. */
  readonly run: () => Promise<number | null>;
}

export interface RecoveryDependencies {
  readonly local: Pick<LocalStore, 'secret' | 'keepSecret'>;
  readonly openSetAside: LedgerFile['openSetAside'];
  /** Takes what verifies and is new. */
  readonly take: (records: readonly EventRecord[]) => Promise<number>;
  readonly log: Log;
}

export const createRecovery = ({ local, openSetAside, take, log }: RecoveryDependencies): Recovery => {
  let recent: readonly EventRecord[] = [];

  const readAll = async (path: string): Promise<number> => {
    const from = openSetAside(path);
    if (from === null) return 0;
    let back = 0;
    try {
      const portions = wholeCommits(readableEvents(from));
      // Where not even its schema can be read there is nothing; what this station has in memory, and the others, bring back the rest.
      const next = () => guard(log, 'the ledger that was set aside cannot be read to its end', () => portions.next());
      for (let portion = next(); portion?.done === false; portion = next()) back += await take(portion.value);
    } finally {
      from.close();
    }
    return back;
  };

  return {
    remember: (records) => {
      recent = [...recent, ...records].slice(-mostRecent);
    },
    after: (seq) => {
      const next = recent.findIndex((record) => record.seq === seq + 1);
      return next < 0 ? [] : recent.slice(next);
    },
    note: (replacement) => {
      if (replacement?.reason === 'damaged' && replacement.keptAs !== null) guard(log, notNoted, () => local.keepSecret(secretName, Buffer.from(replacement.keptAs ?? '', 'utf8')));
    },
    run: async () => {
      const noted = guard(log, notNoted, () => local.secret(secretName));
      const path = noted === undefined || noted.length === 0 ? null : new TextDecoder().decode(noted);
      const back = (path === null ? 0 : await readAll(path)) + (recent.length === 0 ? 0 : await take(recent));
      if (path === null) return back === 0 ? null : back;
      guard(log, notNoted, () => forgetSetAside(local));
      return back;
    },
  };
};

/** For a ledger that lies elsewhere now than what was set aside of it. */
export const forgetSetAside = (local: Pick<LocalStore, 'keepSecret'>): void => local.keepSecret(secretName, Buffer.alloc(0));

/** A portion may end within a commit; what is left of it goes before the next. */
export function* wholeCommits(portions: Iterable<readonly EventRecord[]>): Generator<readonly EventRecord[], void, void> {
  let rest: readonly EventRecord[] = [];
  for (const portion of portions) {
    const records = [...rest, ...portion];
    const signedByOrigin = new Map(records.filter(({ signature }) => signature !== null).map(({ origin, seq }) => [origin, seq]));
    const isWhole = ({ origin, seq }: EventRecord): boolean => seq <= (signedByOrigin.get(origin) ?? 0);
    rest = records.filter((record) => !isWhole(record));
    const whole = records.filter(isWhole);
    if (whole.length > 0) yield whole;
  }
}
