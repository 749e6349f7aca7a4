import type { Staff } from '../../contract/staff.ts';
import type { Event, PinVerifier } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** A member of staff with what is needed to check what is typed; the verifiers never leave the station process. */
export interface StaffFile {
  readonly staff: Staff;
  readonly pin: PinVerifier;
  /** Opens and closes like the PIN, and calls for help; null where the person has none. */
  readonly duressCode: PinVerifier | null;
}

export const foldStaff = (events: readonly Event[]): StaffFile | null => {
  const added = events.find((event) => event.kind === 'StaffAdded');
  if (added === undefined) return null;
  const pin = events.reduce((latest, event) => (event.kind === 'PinChanged' ? event.body.pin : latest), added.body.pin);
  const duressCode = events.reduce<PinVerifier | null>((latest, event) => (event.kind === 'DuressCodeChanged' ? event.body.code : latest), null);
  return { staff: { id: subjectId(added.subject), name: added.body.name, role: added.body.role }, pin, duressCode };
};
