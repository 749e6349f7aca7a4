import type { EnrolledStation } from '../core/site/identity.ts';
import type { Roster } from '../core/site/lan.ts';
import { equalBytes } from '../platform/primitives.ts';
import { checkStation, expiryOf } from './certificate.ts';

/** Puts a later certificate of a station on the roster; one that does not hold, or ends no later than the one that is known, is passed over. */
export const learnCertificate = (authorityCertificate: Uint8Array, roster: Pick<Roster, 'add'>, known: EnrolledStation, certificate: Uint8Array): void => {
  if (equalBytes(known.certificate, certificate)) return;
  const renewed = { ...known, certificate };
  const checked = checkStation(authorityCertificate, renewed);
  if (checked.ok && checked.value.expires > expiryOf(known.certificate)) roster.add(renewed);
};
