import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectId, subjectOf } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { openAuthorityCopy, writeAuthorityCopy } from '../../lan/authorityCopy.ts';
import { holdsAuthorityMove, laterMove, signAuthorityMove, type AuthorityMove } from '../../lan/authorityMove.ts';
import { fromHex, toHex } from '../../platform/primitives.ts';
import { byWhom, fileOf, type StationContext } from '../context.ts';
import type { StationPapers } from './papers.ts';

/**
 * Which station holds the site's authority: invites, retires and renews certificates. The key moves like this: the holder sends it; the new station keeps it, and then
 * writes the event `AuthorityMoved`, which the key itself has signed; the old holder forgets its own key when that event is in its ledger. So after a crash between any two steps one
 * station has the key, or two: then the new one finishes by itself when it starts, and says so while it cannot.
 */
export interface Authority {
  /** While this station is the holder; null otherwise. */
  readonly key: () => Uint8Array | null;
  /** Keeps the key that another station gave and writes that down. `AuthorityElsewhere` for a move that is over, `LedgerUnwritable`. */
  readonly take: (key: Uint8Array, number: number) => Result<void>;
  /** By id or name. `AuthorityElsewhere`, `StationUnknown`, `StationNotConnected`, `InputInvalid` for the holder itself, `LedgerUnwritable`. */
  readonly move: (station: string) => Promise<Result<void>>;
  /** A page to print. `AuthorityElsewhere`. */
  readonly exportCopy: (passphrase: string) => Promise<Result<string>>;
  /** Makes this station the holder, whoever it was. `CodeMalformed`, `KeyWrong`, `LedgerUnwritable`. */
  readonly importCopy: (copy: string, passphrase: string, staff: StaffReference | null) => Promise<Result<void>>;
  /** `AuthorityElsewhere`, with the name of the holder where it is known. */
  readonly elsewhere: () => { readonly ok: false; readonly error: Extract<Result<never>, { ok: false }>['error'] };
  /** The key is here, and the site has not been told. */
  readonly unfinished: () => boolean;
  /** Once a second: what could not be written is tried again. */
  readonly tick: () => void;
  readonly stop: Stop;
}

export interface AuthorityDependencies {
  readonly context: StationContext;
  readonly papers: Pick<StationPapers, 'identity' | 'change'>;
  /** Sends the key over the link and waits for the answer. */
  readonly handOver: (station: string, number: number) => Promise<Result<void>>;
}

/** How long the event of a station that has answered may take to come. Milliseconds. */
const patience = 5_000;

export const createAuthorityHolding = ({ context, papers, handOver }: AuthorityDependencies): Authority => {
  const { ledger, identity: first, log } = context;
  const self = first.station.id;
  let latest: Pick<AuthorityMove, 'station' | 'number'> | null = null;
  let takenBy: StaffReference | null = null;
  const waiting = new Set<() => void>();

  const own = () => {
    const { authorityKey: key, authorityNumber: number = 0 } = papers.identity();
    return key === null ? null : { key, number };
  };
  const isNamed = ({ number }: { readonly number: number }): boolean => (latest === null ? number === 0 : latest.station === self);
  const unfinished = (): boolean => (own()?.number ?? 0) > (latest?.number ?? 0);
  const key = (): Uint8Array | null => {
    const held = own();
    return held !== null && isNamed(held) ? held.key : null;
  };

  /** Puts what is here in line with what the site knows: a key that another station has taken over is forgotten, one that the site has not heard of is told of. */
  const settle = (): void => {
    const held = own();
    if (held === null || isNamed(held)) return;
    if (!unfinished()) {
      papers.change({ authorityKey: null, authorityNumber: 0 });
      return log.info({ holder: latest?.station }, 'the authority is at another station now; its key was forgotten here');
    }
    if (!ledger.takesWrites()) return;
    const { number, signature } = signAuthorityMove(held.key, self, held.number);
    ledger.append([{ kind: 'AuthorityMoved', subject: subjectOf('station', self), body: { number, signature: toHex(signature), ...byWhom(context, takenBy) } }]);
  };

  const learn = (station: string, number: number, signature: string): void => {
    const move = { station, number, signature: fromHex(signature) };
    if (laterMove(latest, move) !== move) return;
    if (holdsAuthorityMove(first.authorityCertificate, move)) latest = { station, number };
    else log.warn({ station }, 'a station is said to hold the authority, but the authority did not sign that');
  };

  const learnt = (): void => {
    guard(log, 'the authority could not be put in order', settle);
    for (const look of waiting) look();
  };

  const stop = ledger.onEvents((events) => {
    const moves = events.flatMap((event) => (event.kind === 'AuthorityMoved' ? [event] : []));
    for (const { subject, body } of moves) learn(subjectId(subject), body.number, body.signature);
    // Not within the commit that brought it: settling writes.
    if (moves.length > 0) queueMicrotask(learnt);
  });
  guard(log, 'who holds the authority cannot be read', () => {
    for (const { id, authority } of ledger.states('station')) for (const { number, signature } of authority) learn(id, number, signature);
    settle();
  });

  const take: Authority['take'] = (given, number) => {
    if (number <= (latest?.number ?? 0)) return failed('AuthorityElsewhere', 'This move of the authority is over.', 'Look at the station that holds it now.');
    papers.change({ authorityKey: given, authorityNumber: number });
    settle();
    return unfinished() ? failed('LedgerUnwritable', 'The authority is kept here, but that could not be written down.', 'Check the space on the disk and the rights of the data folder.') : done(undefined);
  };

  /** Until the site's own record says that the station has it. */
  const named = (station: string, number: number): Promise<boolean> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (latest !== null && latest.number >= number) finish(latest.station === station);
      };
      const finish = (isNamedNow: boolean): void => {
        clearTimeout(deadline);
        waiting.delete(look);
        resolve(isNamedNow);
      };
      const deadline = setTimeout(() => finish(false), patience);
      waiting.add(look);
      look();
    });

  const elsewhere: Authority['elsewhere'] = () => {
    const holder = ledger.local.roster.list().find(({ id }) => id === latest?.station);
    const where = holder === undefined || holder.id === self ? 'the station that made the site' : fileOf(ledger, holder).name;
    return failed('AuthorityElsewhere', 'This station does not hold the site authority.', `Do it at ${where}. If that one is gone for good, bring the authority here from its printed copy: quietbell authority import.`);
  };

  return {
    key,
    take,
    elsewhere,
    unfinished,
    move: async (wanted) => {
      if (key() === null) return elsewhere();
      const known = ledger.local.roster.list().find(({ id, name }) => id === wanted || fileOf(ledger, { id, name, place: '' }).name.toLowerCase() === wanted.toLowerCase());
      if (known === undefined) return failed('StationUnknown', `This site has no station ${wanted}.`, 'quietbell status lists the stations.', 'station');
      if (known.id === self) return failed('InputInvalid', 'This station holds the authority already.', 'Name another station.', 'station');
      const number = (latest?.number ?? 0) + 1;
      const handed = await handOver(known.id, number);
      // Its event may come although its answer did not.
      if (!handed.ok) return latest !== null && latest.number >= number && latest.station === known.id ? done(undefined) : handed;
      return (await named(known.id, number)) ? done(undefined) : failed('StationNotConnected', 'That station has the authority, but its record of that has not come here yet.', 'Nothing is lost: both hold it until the record comes, and then this one lets go.', 'station');
    },
    exportCopy: async (passphrase) => {
      const held = key();
      return held === null ? elsewhere() : done(await writeAuthorityCopy(held, passphrase));
    },
    importCopy: async (copy, passphrase, staff) => {
      const opened = await openAuthorityCopy(copy, passphrase, first.authorityCertificate);
      if (!opened.ok) return opened;
      if (key() !== null) return done(undefined);
      takenBy = staff;
      return take(opened.value, (latest?.number ?? 0) + 1);
    },
    tick: () => {
      if (own() !== null) settle();
    },
    stop,
  };
};
