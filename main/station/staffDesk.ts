import type { StaffReference } from '../contract/alarm.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Role, Session, Staff } from '../contract/staff.ts';
import type { PinVerifier } from '../core/event/catalogue.ts';
import { subjectOf } from '../core/event/subject.ts';
import type { StaffFile } from '../core/staff/foldStaff.ts';
import { equalBytes, fromHex, randomSecret, scrypt, toHex } from '../platform/primitives.ts';
import type { StationContext } from './context.ts';

/** Cost of a PIN's hash: 32 MiB and some tens of milliseconds (RFC 7914; OWASP's floor for interactive sign-in is 2^15·8·3 or 2^17·8·1, a PIN is also rate limited). */
const cost = { n: 32_768, r: 8, p: 3 };
/** So many wrong PINs in a row, and the person is locked out for a while, doubling each time. */
const freeFailures = 5;
const firstLock = 30_000;
const longestLock = 15 * 60_000;
/** Whoever is signed in and does nothing for this long has gone, or the window has. Milliseconds. */
export const longestIdle = 15 * 60_000;

/** Staff, and who is signed in at this terminal. A terminal has one window, so it has one session. */
export interface StaffDesk {
  readonly list: () => readonly Staff[];
  readonly add: (name: string, role: Role, pin: string) => Promise<Result<Staff>>;
  readonly setPin: (staff: string, pin: string) => Promise<Result<void>>;
  readonly session: () => Session;
  /** Who is signed in, as events carry it. */
  readonly reference: () => StaffReference | null;
  /** With the duress code it signs in as usual, and calls for help. */
  readonly signIn: (staff: string, pin: string) => Promise<Result<Session>>;
  /** Whether somebody typed what opens: the PIN, or the duress code. Takes as long either way, and whether or not there is a duress code. */
  readonly checkCode: (staff: string, typed: string) => Promise<Result<TypedCode>>;
  /** Null takes it away. `InputInvalid` when it is the PIN. */
  readonly setDuressCode: (staff: string, code: string | null) => Promise<Result<void>>;
  readonly signOut: () => void;
  /** Somebody did at the window what needs a sign-in. */
  readonly noteActivity: () => void;
  /** Signs out whoever did nothing for `longestIdle`. To be called again and again; the session is never given out stale in any case. */
  readonly endIdleSession: () => void;
}

export interface TypedCode {
  readonly staff: Staff;
  readonly duress: boolean;
}

/** `onDuress`: somebody signed in with the duress code. */
export const createStaffDesk = ({ ledger, ids, clock, changes, log }: StationContext, onDuress: (staff: StaffReference) => void = () => {}): StaffDesk => {
  let signedIn: Staff | null = null;
  let activeAt = 0;
  const failures = new Map<string, { count: number; lockedUntil: number }>();
  const find = (id: string): StaffFile | undefined => ledger.state('staff', subjectOf('staff', id));

  const checkCode = async (id: string, typed: string): Promise<Result<TypedCode>> => {
    const file = find(id);
    if (file === undefined) return failed('StaffUnknown', 'That person is not on the staff list of this site.', 'Choose a name from the list.', 'staff');
    const before = failures.get(id) ?? { count: 0, lockedUntil: 0 };
    const wait = Math.ceil((before.lockedUntil - clock.now()) / 1000);
    if (wait > 0) return failed('SignInLocked', 'Too many wrong PINs.', `Wait ${wait} seconds, or ask an administrator to set a new PIN.`, 'pin');
    // Counted before the check, so that many attempts at once count each.
    const count = before.count + 1;
    failures.set(id, { count, lockedUntil: count < freeFailures ? 0 : clock.now() + Math.min(firstLock * 2 ** (count - freeFailures), longestLock) });
    const [isPin, isDuressCode] = await Promise.all([matches(typed, file.pin), matches(typed, file.duressCode ?? noCode)]);
    if (!isPin && !isDuressCode) {
      log.warn({ staff: id, count }, 'a wrong PIN');
      return failed('PinWrong', 'That PIN is not right.', 'Try again; an administrator can set a new one.', 'pin');
    }
    failures.delete(id);
    return done({ staff: file.staff, duress: isDuressCode && !isPin });
  };

  const become = (staff: Staff | null): Session => {
    signedIn = staff;
    activeAt = clock.now();
    changes.announce('session');
    return { staff };
  };

  const endIdleSession = (): void => {
    // A clock that was set back by more than that says nothing about how long it has been.
    if (signedIn === null || Math.abs(clock.now() - activeAt) <= longestIdle) return;
    log.info({ staff: signedIn.id }, 'signed out after a time without activity');
    become(null);
  };

  const present = (): Staff | null => {
    endIdleSession();
    return signedIn;
  };

  return {
    list: () => ledger.states('staff').map(({ staff }) => staff),
    add: async (name, role, pin) => {
      const id = ids.next();
      const appended = ledger.append([{ kind: 'StaffAdded', subject: subjectOf('staff', id), body: { name, role, pin: await verifierOf(pin) } }]);
      return appended.ok ? done({ id, name, role }) : appended;
    },
    setPin: async (id, pin) => {
      const file = find(id);
      if (file === undefined) return failed('StaffUnknown', 'That person is not on the staff list of this site.', 'Choose a name from the list.', 'staff');
      if (file.duressCode !== null && (await matches(pin, file.duressCode))) return failed('InputInvalid', 'That is the other code of this person.', 'Choose another PIN.', 'pin');
      const appended = ledger.append([{ kind: 'PinChanged', subject: subjectOf('staff', id), body: { pin: await verifierOf(pin) } }]);
      failures.delete(id);
      return appended.ok ? done(undefined) : appended;
    },
    session: () => ({ staff: present() }),
    reference: () => {
      const staff = present();
      return staff === null ? null : { id: staff.id, name: staff.name };
    },
    signIn: async (id, pin) => {
      const checked = await checkCode(id, pin);
      if (!checked.ok) return checked;
      const { staff, duress } = checked.value;
      const session = become(staff);
      if (duress) onDuress({ id: staff.id, name: staff.name });
      return done(session);
    },
    checkCode,
    setDuressCode: async (id, code) => {
      const file = find(id);
      if (file === undefined) return failed('StaffUnknown', 'That person is not on the staff list of this site.', 'Choose a name from the list.', 'staff');
      if (code !== null && (await matches(code, file.pin))) return failed('InputInvalid', 'The duress code must not be the PIN.', 'Choose another one.', 'code');
      const appended = ledger.append([{ kind: 'DuressCodeChanged', subject: subjectOf('staff', id), body: { code: code === null ? null : await verifierOf(code) } }]);
      return appended.ok ? done(undefined) : appended;
    },
    signOut: () => void become(null),
    noteActivity: () => {
      activeAt = clock.now();
    },
    endIdleSession,
  };
};

export const verifierOf = async (pin: string): Promise<PinVerifier> => {
  const salt = randomSecret(16);
  return { ...cost, salt: toHex(salt), hash: toHex(await scrypt(pin, salt, cost)) };
};

/** Checked where a person has no duress code, so that nobody can tell by the time it takes. Nothing hashes to it. */
const noCode: PinVerifier = { ...cost, salt: '00'.repeat(16), hash: '00'.repeat(32) };

const matches = async (pin: string, { salt, hash, ...parameters }: PinVerifier): Promise<boolean> => equalBytes(await scrypt(pin, fromHex(salt), parameters), fromHex(hash));
