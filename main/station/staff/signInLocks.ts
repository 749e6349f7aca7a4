import { failed, type Problem } from '../../contract/problem.ts';
import type { Finding } from '../../core/fault/finding.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { afterFailure, noFailures, personPolicy, takenBack, terminalPolicy, waitOf, type Failures } from '../../core/staff/lockOut.ts';
import { ownFile, type StationContext } from '../context.ts';

/** Wrong PINs and badges at this terminal. A lock ends by itself; another terminal knows nothing of it, so nobody is kept from the whole site. */
export interface SignInLocks {
  /** Null when a try is allowed. `person` is null for a badge that may be anybody's. */
  readonly refusal: (person: string | null) => { readonly ok: false; readonly error: Problem } | null;
  /** Counted before the check, so that many tries at once count each. */
  readonly count: (person: string | null) => void;
  /** What was counted was wrong. When that locked the tile, it is written down. */
  readonly confirm: (person: string) => void;
  /** What was counted was right. */
  readonly forgive: (person: string | null) => void;
  /** Somebody looked after that person's PIN: it begins afresh. */
  readonly reset: (person: string) => void;
  /** What is locked now: a fault that names nobody, since everybody at a screen can read faults. The audit list says whose tile it was. */
  readonly findings: () => readonly Finding[];
}

export const createSignInLocks = (context: StationContext): SignInLocks => {
  const { ledger, clock, log } = context;
  const failuresByPerson = new Map<string, Failures>();
  const notedByPerson = new Map<string, number>();
  let atTerminal = noFailures;

  const waitFor = (person: string | null): number => Math.max(waitOf(atTerminal, clock.now(), terminalPolicy), waitOf(failuresByPerson.get(person ?? '') ?? noFailures, clock.now(), personPolicy));

  /** That there was a lock must not keep anybody from anything: where it cannot be written down, the log has it. */
  const note = (person: string, { lockedUntil }: Failures): void => {
    const appended = ledger.append([{ kind: 'SignInLocked', subject: subjectOf('staff', person), body: { station: ownFile(context).name, until: new Date(lockedUntil).toISOString() } }]);
    if (!appended.ok) log.warn({ staff: person }, 'the lock could not be written down');
  };

  return {
    refusal: (person) => {
      const wait = Math.ceil(waitFor(person) / 1000);
      return wait === 0 ? null : failed('SignInLocked', 'Too many wrong PINs.', `Wait ${wait} seconds, or ask an administrator to set a new PIN.`, 'pin');
    },
    count: (person) => {
      atTerminal = afterFailure(atTerminal, clock.now(), terminalPolicy);
      if (person !== null) failuresByPerson.set(person, afterFailure(failuresByPerson.get(person) ?? noFailures, clock.now(), personPolicy));
    },
    confirm: (person) => {
      const failures = failuresByPerson.get(person) ?? noFailures;
      log.warn({ staff: person, count: failures.count }, 'a wrong PIN');
      // Of several tries at once each is wrong, and the lock is one.
      if (failures.lockedUntil <= clock.now() || notedByPerson.get(person) === failures.lockedUntil) return;
      notedByPerson.set(person, failures.lockedUntil);
      note(person, failures);
    },
    forgive: (person) => {
      atTerminal = takenBack(atTerminal);
      if (person !== null) failuresByPerson.delete(person);
    },
    reset: (person) => void failuresByPerson.delete(person),
    findings: () => {
      const now = clock.now();
      const locked = [...failuresByPerson.values()].filter((failures) => waitOf(failures, now, personPolicy) > 0).length;
      const finding = { kind: 'sign-in', subject: 'sign-in', disarms: false } as const;
      return [
        ...(locked === 0 ? [] : [{ ...finding, key: 'sign-in/person', message: 'Too many wrong PINs were typed here for one person’s tile.', remedy: 'It opens again by itself. Ask who tried; an administrator can set a new PIN, and the audit list says whose tile it was.' }]),
        ...(waitOf(atTerminal, now, terminalPolicy) === 0 ? [] : [{ ...finding, key: 'sign-in/terminal', message: 'Too many wrong PINs or badges were tried at this desk: nobody can sign in here for a while.', remedy: 'It opens again by itself, and calls for help work all the time. Ask who tried.' }]),
      ];
    },
  };
};
