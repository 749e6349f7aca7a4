import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { EnrolledStation } from '../../core/site/identity.ts';
import { newestProtocol } from '../../core/site/protocol.ts';
import { toHex } from '../../platform/primitives.ts';
import type { StationContext } from '../context.ts';

/** The fact that a station belongs to the site, as the authority and the station itself both record it. */
export const enrolmentOf = (station: EnrolledStation): Draft => ({
  kind: 'StationEnrolled',
  subject: subjectOf('station', station.id),
  body: { name: station.name, place: station.place, signingKey: toHex(station.signingKey), certificate: toHex(station.certificate), protocol: newestProtocol },
});

/** A station whose program was replaced says so: others may then write what the old one could not read. */
export const notePresentProgram = ({ ledger, identity, log }: StationContext): void => {
  const subject = subjectOf('station', identity.station.id);
  const file = ledger.state('station', subject);
  if (file === undefined || (file.protocol ?? 0) >= newestProtocol) return;
  const appended = ledger.append([{ kind: 'StationUpgraded', subject, body: { protocol: newestProtocol } }]);
  if (!appended.ok) log.warn({ problem: appended.error.type }, 'that this station runs another program could not be written down');
};
