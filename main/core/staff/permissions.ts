import type { Capability, Role } from '../../contract/staff.ts';

const everybody: readonly Role[] = ['desk', 'responder', 'supervisor', 'administrator', 'auditor'];
/** Auditors read everything and change nothing. */
const workers: readonly Role[] = ['desk', 'responder', 'supervisor', 'administrator'];
const leaders: readonly Role[] = ['supervisor', 'administrator'];
const administrators: readonly Role[] = ['administrator'];

/**
 * The one table of who may do what. The station decides by it, and the window is told the outcome with the session. A further capability
 * is one line here and its name in the contract.
 */
export const rolesByCapability: Readonly<Record<Capability, readonly Role[]>> = {
  'read-records': everybody,
  'write-records': workers,
  'review-records': leaders,
  'open-originals': leaders,
  'erase-records': administrators,
  // Views of the list that were given a name: one's own, which changes nothing for anybody else, and those of the whole site.
  'keep-views': everybody,
  'share-views': leaders,
  // Who reads everything may also take a copy along, each time with a word of it in the record.
  'export-records': ['supervisor', 'administrator', 'auditor'],
  'read-reports': ['supervisor', 'administrator', 'auditor'],
  // Of people: who has an open ban or a safety marker, and no more; the files themselves; approving, banning, reviewing, merging; what a person may ask for; forgetting one.
  'look-people-up': everybody,
  'hand-in-files': workers,
  'read-files': ['supervisor', 'administrator', 'auditor'],
  'write-files': leaders,
  'decide-on-files': leaders,
  'export-files': leaders,
  'erase-files': administrators,
  'change-letter': administrators,
  'read-site': everybody,
  'read-setup': ['administrator', 'auditor'],
  'read-audit': ['administrator', 'auditor'],
  'help-elsewhere': workers,
  'post-notices': workers,
  'change-desk': workers,
  'change-own-codes': everybody,
  practise: leaders,
  'plan-rota': leaders,
  'change-board': administrators,
  'change-people': administrators,
  'change-channels': administrators,
  'change-plans': administrators,
  'change-procedures': administrators,
  'change-record-form': administrators,
  'change-site': administrators,
  'change-retention': administrators,
  'change-backups': administrators,
};

export const isAllowed = (role: Role, capability: Capability): boolean => rolesByCapability[capability].includes(role);

const capabilities = Object.keys(rolesByCapability) as readonly Capability[];

/** Whoever still has a PIN that somebody else chose may do nothing but choose another one. */
export const capabilitiesOf = (role: Role, choosesPin: boolean): readonly Capability[] => capabilities.filter((capability) => isAllowed(role, capability) && (!choosesPin || capability === 'change-own-codes'));
