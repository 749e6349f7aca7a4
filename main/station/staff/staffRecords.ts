import type { StaffReference } from '../../contract/alarm.ts';
import type { WindowLanguage } from '../../contract/language.ts';
import type { ErasureReason } from '../../contract/erasure.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { NewStaff, PersonRecord, Role, Staff } from '../../contract/staff.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { StaffFile } from '../../core/staff/foldStaff.ts';
import { readsAs } from '../../core/staff/readsAs.ts';
import type { Codes } from './codes.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';

/** The people of the site, and what they sign in with. Each change says who made it and where; `by` is null for the command line. */
export interface StaffRecords {
  /** Those who can sign in, by name. */
  readonly list: () => readonly Staff[];
  /** Those who have left as well. */
  readonly records: () => readonly PersonRecord[];
  readonly hasBadges: () => boolean;
  /** Undefined for whoever has left, and for whoever never was there. */
  readonly find: (staff: string) => StaffFile | undefined;
  /** Whose badge it is. Undefined when it is nobody's, or, after two stations were apart, of two people. */
  readonly findByBadge: (number: string) => Promise<StaffFile | undefined>;
  /** `InputInvalid` for a name that reads like somebody else's here. */
  readonly add: (person: NewStaff, by: StaffReference | null) => Promise<Result<Staff>>;
  readonly remove: (staff: string, by: StaffReference | null) => Result<void>;
  /** Somebody who has left, on every station and for good: name, codes and badge. What they did keeps their id. `InputInvalid` for whoever can still sign in. */
  readonly erase: (staff: string, reason: ErasureReason, by: StaffReference | null) => Result<void>;
  readonly setRole: (staff: string, role: Role, by: StaffReference | null) => Result<void>;
  /** By somebody else it is good for one sign-in. `InputInvalid` when it is the duress code. */
  readonly setPin: (staff: string, pin: string, by: StaffReference | null) => Promise<Result<void>>;
  /** Null takes it away. `InputInvalid` when it is the PIN. */
  readonly setDuressCode: (staff: string, code: string | null, by: StaffReference | null) => Promise<Result<void>>;
  /** Null takes it away. `BadgeTaken`. */
  readonly setBadge: (staff: string, number: string | null, by: StaffReference | null) => Promise<Result<void>>;
  /** In which the person reads the window; null: in that of the desk. */
  readonly setLanguage: (staff: string, language: WindowLanguage | null, by: StaffReference | null) => Result<void>;
}

export const createStaffRecords = (context: StationContext, { badgeTag, matches, verifierOf }: Codes): StaffRecords => {
  const { ledger, ids, identity } = context;
  const present = (): readonly StaffFile[] => ledger.states('staff', { open: true });
  const find = (id: string): StaffFile | undefined => {
    const file = ledger.state('staff', subjectOf('staff', id));
    return file === undefined || file.removedAt !== null ? undefined : file;
  };

  const append = (draft: Draft): Result<void> => {
    const appended = ledger.append([draft]);
    return appended.ok ? done(undefined) : appended;
  };

  /** Somebody must be left who can look after the people: the command line alone would not do where nobody has it. */
  const isLastAdministrator = ({ staff }: StaffFile): boolean => staff.role === 'administrator' && !present().some((other) => other.staff.id !== staff.id && other.staff.role === 'administrator');

  return {
    list: () => present().map(({ staff }) => staff),
    records: () => ledger.states('staff').map(({ staff, removedAt, badge, temporaryPin }) => ({ ...staff, removedAt, badge: badge !== null, temporaryPin })),
    hasBadges: () => present().some(({ badge }) => badge !== null),
    find,
    findByBadge: async (number) => {
      const tag = await badgeTag(number, identity.siteKey);
      const [file, another] = present().filter(({ badge }) => badge === tag);
      return another === undefined ? file : undefined;
    },
    add: async ({ name, role, pin, temporary }, by) => {
      const id = ids.next();
      const verifier = await verifierOf(pin);
      if (readsAs(name) === '') return failed('InputInvalid', 'Nothing of that name can be seen.', 'Type it anew.', 'name');
      if (present().some(({ staff }) => readsAs(staff.name) === readsAs(name))) return failed('InputInvalid', 'Somebody here is called that already.', 'Add an initial or a second name, so that the two can be told apart at the sign-in.', 'name');
      const body = { name, role, pin: verifier, temporary, ...byWhom(context, by) };
      const added = append({ kind: 'StaffAdded', subject: subjectOf('staff', id), body });
      return added.ok ? done({ id, name, role }) : added;
    },
    remove: (id, by) => {
      const file = find(id);
      if (file === undefined) return staffUnknown();
      if (isLastAdministrator(file)) return lastAdministrator('staff');
      return append({ kind: 'StaffRemoved', subject: subjectOf('staff', id), body: byWhom(context, by) });
    },
    erase: (id, reason, by) => {
      const file = ledger.state('staff', subjectOf('staff', id));
      if (file === undefined) return staffUnknown();
      if (file.removedAt === null) return failed('InputInvalid', 'That person can still sign in.', 'Remove them first.', 'staff');
      // As of every erasure, what is left names nobody.
      return append({ kind: 'SubjectErased', subject: subjectOf('staff', id), body: { reason, station: ownFile(context).name, staff: by?.id ?? null } });
    },
    setRole: (id, role, by) => {
      const file = find(id);
      if (file === undefined) return staffUnknown();
      if (file.staff.role === role) return done(undefined);
      if (isLastAdministrator(file)) return lastAdministrator('role');
      return append({ kind: 'RoleChanged', subject: subjectOf('staff', id), body: { role, ...byWhom(context, by) } });
    },
    setPin: async (id, pin, by) => {
      const file = find(id);
      if (file === undefined) return staffUnknown();
      if (file.duressCode !== null && (await matches(pin, file.duressCode))) return failed('InputInvalid', 'That PIN cannot be used for this person.', 'Choose another PIN.', 'pin');
      return append({ kind: 'PinChanged', subject: subjectOf('staff', id), body: { pin: await verifierOf(pin), temporary: by?.id !== id, ...byWhom(context, by) } });
    },
    setDuressCode: async (id, code, by) => {
      const file = find(id);
      if (file === undefined) return staffUnknown();
      if (code !== null && (await matches(code, file.pin))) return failed('InputInvalid', 'The duress code must not be the PIN.', 'Choose another one.', 'code');
      return append({ kind: 'DuressCodeChanged', subject: subjectOf('staff', id), body: { code: code === null ? null : await verifierOf(code), ...byWhom(context, by) } });
    },
    setBadge: async (id, number, by) => {
      const badge = number === null ? null : await badgeTag(number, identity.siteKey);
      const file = find(id);
      if (file === undefined) return staffUnknown();
      if (badge !== null && present().some((other) => other.staff.id !== id && other.badge === badge)) {
        return failed('BadgeTaken', 'Somebody else of this site has that badge.', 'Take it away there first, or use another badge.', 'number');
      }
      if (file.badge === badge) return done(undefined);
      return append({ kind: 'BadgeChanged', subject: subjectOf('staff', id), body: { badge, ...byWhom(context, by) } });
    },
    setLanguage: (id, language, by) => {
      const file = find(id);
      if (file === undefined) return staffUnknown();
      if (file.language === language) return done(undefined);
      return append({ kind: 'LanguageChosen', subject: subjectOf('staff', id), body: { language, ...byWhom(context, by) } });
    },
  };
};

export const staffUnknown = () => failed('StaffUnknown', 'That person is not on the staff list of this site.', 'Choose a name from the list.', 'staff');

const lastAdministrator = (field: string) => failed('InputInvalid', 'This is the last administrator of the site.', 'Make somebody else an administrator first.', field);
