import type { PersonRight } from '../../contract/person.ts';
import type { Role } from '../../contract/staff.ts';

/** Who may do what with person files; a new role is one line. */
export const personRightsByRole: Readonly<Record<Role, readonly PersonRight[]>> = {
  desk: ['standing', 'establish'],
  supervisor: ['standing', 'establish', 'files', 'write', 'decide', 'export'],
  administrator: ['standing', 'establish', 'files', 'write', 'decide', 'export', 'letter'],
};

/** The command line acts for nobody in particular, so it decides nothing about anybody; it answers requests. */
export const personRightsOfCommandLine: readonly PersonRight[] = ['standing', 'files', 'export'];
