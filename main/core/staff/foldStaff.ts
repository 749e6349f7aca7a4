import { windowLanguageSchema, type WindowLanguage } from '../../contract/language.ts';
import type { Staff } from '../../contract/staff.ts';
import type { Event, PinVerifier } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** A member of staff with what is needed to check what is typed; the verifiers never leave the station process. */
export interface StaffFile {
  readonly staff: Staff;
  readonly pin: PinVerifier;
  /** Somebody else chose the PIN: it opens once, to choose another one. */
  readonly temporaryPin: boolean;
  /** Opens and closes like the PIN, and calls for help; null where the person has none. */
  readonly duressCode: PinVerifier | null;
  /** What the badge's number comes to under the site's key, hex (see decision 19); null where the person has none. */
  readonly badge: string | null;
  /** In which the person reads the window; null: in that of the desk. */
  readonly language: WindowLanguage | null;
  /** When the person left; null while that has not happened. ISO 8601. */
  readonly removedAt: string | null;
}

export const foldStaff = (events: readonly Event[]): StaffFile | null => {
  const added = events.find((event) => event.kind === 'StaffAdded');
  if (added === undefined) return null;
  const { name, role, pin, temporary = false } = added.body;
  let file: StaffFile = { staff: { id: subjectId(added.subject), name, role }, pin, temporaryPin: temporary, duressCode: null, badge: null, language: null, removedAt: null };
  for (const event of events) {
    if (event.kind === 'PinChanged') file = { ...file, pin: event.body.pin, temporaryPin: event.body.temporary ?? false };
    if (event.kind === 'DuressCodeChanged') file = { ...file, duressCode: event.body.code };
    if (event.kind === 'RoleChanged') file = { ...file, staff: { ...file.staff, role: event.body.role } };
    if (event.kind === 'BadgeChanged') file = { ...file, badge: event.body.badge };
    // A newer program may know more languages: to this one it is as if nothing had been chosen.
    if (event.kind === 'LanguageChosen') file = { ...file, language: windowLanguageSchema.nullable().catch(null).parse(event.body.language) };
    if (event.kind === 'StaffRemoved') file = { ...file, badge: null, removedAt: file.removedAt ?? new Date(event.wall).toISOString() };
  }
  return file;
};
