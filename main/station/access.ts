import type { StaffReference } from '../contract/alarm.ts';
import { failed } from '../contract/problem.ts';
import type { Role } from '../contract/staff.ts';
import { give } from './answers.ts';
import { siteMissing, type StationParts } from './enrolledStation.ts';
import type { Door } from './station.ts';

/** Each contract call says which of these it needs, and gets the station's parts only through it. */
export interface Access {
  /** Anybody at the terminal: the noticeboard, calls for help and answers to them. */
  readonly anybody: (door: Door) => StationParts;
  /** Somebody signed in, or the command line. Counts as a sign of life of whoever is signed in. */
  readonly staff: (door: Door) => StationParts;
  /** The same for what a window asks for by itself, whether or not anybody sits there: the later items of a subscription. */
  readonly watching: (door: Door) => StationParts;
  /** An administrator, or the command line. */
  readonly administrator: (door: Door) => StationParts;
}

export const createAccess = (parts: () => StationParts | null): Access => {
  const anybody = (): StationParts => parts() ?? give(siteMissing());
  const withRole = (door: Door, roles: readonly Role[]): StationParts => {
    const station = anybody();
    if (door === 'command') return station;
    const { staff } = station.staff.session();
    if (staff === null) return give(failed('SignInRequired', 'This needs somebody who is signed in.', 'Choose your name and type your PIN.'));
    if (!roles.includes(staff.role)) return give(failed('RoleInsufficient', `This needs ${roles.length === 1 ? `the role ${roles[0]}` : 'another role'}.`, 'Ask an administrator of this site.'));
    return station;
  };
  const active = (door: Door, roles: readonly Role[]): StationParts => {
    const station = withRole(door, roles);
    if (door === 'window') station.staff.noteActivity();
    return station;
  };
  return {
    anybody,
    staff: (door) => active(door, anyRole),
    watching: (door) => withRole(door, anyRole),
    administrator: (door) => active(door, ['administrator']),
  };
};

const anyRole: readonly Role[] = ['desk', 'supervisor', 'administrator'];

/** Who acts: the person signed in at the window; the command line acts for the station itself. */
export const actor = (station: StationParts, door: Door): StaffReference | null => (door === 'window' ? station.staff.reference() : null);
