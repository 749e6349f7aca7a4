import { z } from 'zod';
import type { StaffReference } from '../../contract/alarm.ts';
import type { WindowLanguage } from '../../contract/language.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { SiteSettings } from '../../contract/siteSettings.ts';
import type { BadgeAnswer, Role, Session, Staff } from '../../contract/staff.ts';
import { standardSiteSettings } from '../../core/site/foldSiteSettings.ts';
import type { StaffFile } from '../../core/staff/foldStaff.ts';
import { capabilitiesOf } from '../../core/staff/permissions.ts';
import { orderTiles, type TileFacts } from '../../core/staff/tileOrder.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { Finding } from '../../core/fault/finding.ts';
import { createCodes, type Codes } from './codes.ts';
import type { StationContext } from '../context.ts';
import { createSignInLocks } from './signInLocks.ts';
import { createStaffRecords, staffUnknown, type StaffRecords } from './staffRecords.ts';

/**
 * The window signs out by the site's setting, and says so before; the station ends the session by itself when the window has not, so that one
 * that crashed leaves nobody signed in. The window tells of a touch at most every half minute. Milliseconds.
 */
export const idleGrace = 60_000;

/** The people of the site, and who is signed in at this terminal. A terminal has one window, so it has one session. */
export interface StaffDesk extends StaffRecords {
  /** Who can sign in, the tile that is probably wanted first. */
  readonly tiles: () => readonly Staff[];
  readonly session: () => Session;
  /** Who is signed in, as events carry it. */
  readonly reference: () => StaffReference | null;
  /** With the duress code it signs in as usual, and calls for help. `language`: chosen on the way in, and kept with the person. */
  readonly signIn: (staff: string, pin: string, language?: WindowLanguage) => Promise<Result<Session>>;
  /** `BadgeUnknown`. A badge that is not enough for that person says whose PIN is asked for. */
  readonly signInWithBadge: (number: string, language?: WindowLanguage) => Promise<Result<BadgeAnswer>>;
  /** Whether somebody typed what opens: the PIN, or the duress code. Takes as long either way, and whether or not there is a duress code. */
  readonly checkCode: (staff: string, typed: string) => Promise<Result<TypedCode>>;
  /** One's own: the present one first. With the duress code in its place it looks the same, and calls for help. */
  readonly changePin: (pin: string, newPin: string) => Promise<Result<void>>;
  /** In which whoever is signed in reads the window. `SignInRequired`. */
  readonly chooseLanguage: (language: WindowLanguage | null) => Result<void>;
  readonly signOut: () => void;
  /** Somebody touched the window, or did there what needs a sign-in. */
  readonly noteActivity: () => void;
  /** Signs out whoever did nothing for too long. To be called again and again; the session is never given out stale in any case. */
  readonly endIdleSession: () => void;
  /** What is locked after wrong PINs. */
  readonly findings: () => readonly Finding[];
}

export interface TypedCode {
  readonly staff: Staff;
  readonly duress: boolean;
}

export interface StaffDeskSurroundings {
  /** Somebody signed in with the duress code. */
  readonly onDuress: (staff: StaffReference) => void;
  readonly siteSettings: () => SiteSettings;
  readonly onRota: () => Omit<TileFacts, 'lastHere' | 'language'>;
  /** Of this desk; null: that of the machine. */
  readonly language: () => WindowLanguage | null;
  readonly codes: Codes;
}

const nobody: ReadonlySet<string> = new Set();
const quiet: StaffDeskSurroundings = { onDuress: () => {}, siteSettings: () => standardSiteSettings, onRota: () => ({ here: nobody, today: nobody }), language: () => null, codes: createCodes() };
/** So many of those who signed in here come before the others. */
const rememberedHere = 20;

export const createStaffDesk = (context: StationContext, surroundings: Partial<StaffDeskSurroundings> = {}): StaffDesk => {
  const { ledger, clock, changes, log } = context;
  const { onDuress, siteSettings, onRota, language: ofDesk, codes } = { ...quiet, ...surroundings };
  const records = createStaffRecords(context, codes);
  const locks = createSignInLocks(context);
  const lastHere = createLastHere(context);
  let signedIn: StaffFile | null = null;
  let activeAt = 0;

  const checkCode = async (id: string, typed: string): Promise<Result<TypedCode>> => {
    const file = records.find(id);
    if (file === undefined) return staffUnknown();
    const refusal = locks.refusal(id);
    if (refusal !== null) return refusal;
    locks.count(id);
    const [isPin, isDuressCode] = await Promise.all([codes.matches(typed, file.pin), codes.matches(typed, file.duressCode ?? codes.noCode)]);
    if (!isPin && !isDuressCode) {
      locks.confirm(id);
      return failed('PinWrong', 'That PIN is not right.', 'Try again; an administrator can set a new one.', 'pin');
    }
    locks.forgive(id);
    return done({ staff: file.staff, duress: isDuressCode && !isPin });
  };

  const sessionOf = (file: StaffFile | null): Session => ({
    staff: file?.staff ?? null,
    capabilities: file === null ? [] : [...capabilitiesOf(file.staff.role, file.temporaryPin)],
    choosesPin: file?.temporaryPin ?? false,
    language: file?.language ?? null,
    signOutAfter: siteSettings().signOutAfter,
    badges: records.hasBadges(),
  });

  const become = (file: StaffFile | null): Session => {
    signedIn = file;
    activeAt = clock.now();
    if (file !== null) lastHere.note(file.staff.id);
    changes.announce('session');
    return sessionOf(file);
  };

  /** Nobody is kept from signing in because the choice could not be written down. */
  const keepLanguage = (file: StaffFile, language: WindowLanguage | undefined): StaffFile => {
    if (language === undefined) return file;
    const kept = records.setLanguage(file.staff.id, language, referenceTo(file.staff));
    if (!kept.ok) log.warn({ problem: kept.error.type }, 'the language of whoever signed in could not be kept');
    return records.find(file.staff.id) ?? file;
  };

  const endIdleSession = (): void => {
    // A clock that was set back by more than that says nothing about how long it has been.
    if (signedIn === null || Math.abs(clock.now() - activeAt) <= siteSettings().signOutAfter * 60_000 + idleGrace) return;
    log.info({ staff: signedIn.staff.id }, 'signed out after a time without activity');
    become(null);
  };

  /** As the ledger has the person now: whoever left is signed in nowhere, and another role holds at once. */
  const present = (): StaffFile | null => {
    endIdleSession();
    if (signedIn === null) return null;
    const now = ledger.state('staff', subjectOf('staff', signedIn.staff.id)) ?? signedIn;
    if (now.removedAt === null) return now;
    become(null);
    return null;
  };

  return {
    ...records,
    setPin: async (id, pin, by) => {
      const set = await records.setPin(id, pin, by);
      if (set.ok) locks.reset(id);
      return set;
    },
    tiles: () => {
      const language = ofDesk();
      return orderTiles(records.list(), { ...onRota(), lastHere: lastHere.list(), ...(language === null ? {} : { language }) });
    },
    session: () => sessionOf(present()),
    reference: () => {
      const file = present();
      return file === null ? null : referenceTo(file.staff);
    },
    signIn: async (id, pin, language) => {
      const checked = await checkCode(id, pin);
      if (!checked.ok) return checked;
      const file = records.find(id);
      if (file === undefined) return staffUnknown();
      const session = become(keepLanguage(file, language));
      if (checked.value.duress) onDuress(referenceTo(file.staff));
      return done(session);
    },
    signInWithBadge: async (number, language) => {
      const refusal = locks.refusal(null);
      if (refusal !== null) return refusal;
      locks.count(null);
      const file = await records.findByBadge(number);
      if (file === undefined) return failed('BadgeUnknown', 'Nobody here has that badge.', 'Choose your name and type your PIN; an administrator can give you the badge.', 'number');
      locks.forgive(null);
      const asksPin = needsPin(file.staff.role, siteSettings().badge);
      return done({ session: asksPin ? sessionOf(present()) : become(keepLanguage(file, language)), pinOf: asksPin ? file.staff : null });
    },
    checkCode,
    changePin: async (pin, newPin) => {
      const file = present();
      if (file === null) return failed('SignInRequired', 'This needs somebody who is signed in.', 'Choose your name and type your PIN.');
      const checked = await checkCode(file.staff.id, pin);
      if (!checked.ok) return checked;
      if (newPin === pin) return failed('InputInvalid', 'That is the PIN you have already.', 'Choose another one.', 'newPin');
      const own = referenceTo(file.staff);
      const set = await records.setPin(own.id, newPin, own);
      if (checked.value.duress) onDuress(own);
      return set;
    },
    chooseLanguage: (language) => {
      const file = present();
      if (file === null) return failed('SignInRequired', 'This needs somebody who is signed in.', 'Choose your name and type your PIN.');
      const set = records.setLanguage(file.staff.id, language, referenceTo(file.staff));
      if (set.ok) changes.announce('session');
      return set;
    },
    signOut: () => void become(null),
    noteActivity: () => {
      activeAt = clock.now();
    },
    endIdleSession,
    findings: locks.findings,
  };
};

const referenceTo = ({ id, name }: Staff): StaffReference => ({ id, name });

const needsPin = (role: Role, badge: SiteSettings['badge']): boolean => badge === 'pin' || (badge === 'pin-for-administrators' && role === 'administrator');

/** Who signed in at this terminal, the last one first. It stays here: who was where when is nobody's business elsewhere. */
const createLastHere = ({ ledger, log }: StationContext) => {
  const name = 'signed in here';
  let known: readonly string[] | null = null;

  const read = (): readonly string[] => {
    try {
      const kept = ledger.local.secret(name);
      return kept === undefined ? [] : (z.array(z.string()).safeParse(JSON.parse(Buffer.from(kept).toString('utf8'))).data ?? []);
    } catch (error) {
      log.warn({ error: String(error) }, 'who signed in here last cannot be read');
      return [];
    }
  };

  const list = (): readonly string[] => (known ??= read());
  return {
    list,
    note: (id: string): void => {
      known = [id, ...list().filter((other) => other !== id)].slice(0, rememberedHere);
      try {
        ledger.local.keepSecret(name, Buffer.from(JSON.stringify(known), 'utf8'));
      } catch (error) {
        log.warn({ error: String(error) }, 'who signed in here last could not be kept');
      }
    },
  };
};
