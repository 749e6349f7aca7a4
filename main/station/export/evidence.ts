import type { Evidence, Trace, TracedEvent } from '../../contract/evidence.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { sha256, toHex } from '../../platform/primitives.ts';
import { fileOf, type StationContext } from '../context.ts';

/** What a check of the ledger can be handed on with: whose chains there are, and every event in the order in which this station learned of it. */
export interface EvidenceDesk {
  readonly evidence: () => Evidence;
  /** Some at a time; empty at the end. `IncidentUnknown`. */
  readonly trace: (trace: Trace) => Result<readonly TracedEvent[]>;
}

export const createEvidenceDesk = ({ ledger, identity, clock }: StationContext, siteName: () => string): EvidenceDesk => {
  const subjectsOf = (incident: string): Result<readonly string[]> => {
    const filed = ledger.state('incident', subjectOf('incident', incident));
    if (filed === undefined) return failed('IncidentUnknown', `This site has no record ${incident}.`, 'The list of records shows those that it has.', 'incident');
    const { alarm } = filed.summary;
    const walks = alarm === null ? [] : [subjectOf('alarm', alarm), ...ledger.states('run', { link: alarm }).map(({ id }) => subjectOf('run', id))];
    return done([subjectOf('incident', incident), ...walks]);
  };

  return {
    evidence: () => ({
      site: siteName(),
      station: identity.station.id,
      at: new Date(clock.now()).toISOString(),
      authorityFingerprint: toHex(sha256(identity.authorityCertificate)),
      chains: ledger.local.roster.list().map((station) => {
        const { name, place } = fileOf(ledger, station);
        const head = ledger.head(station.id);
        return {
          station: station.id,
          name,
          place,
          signingKey: toHex(station.signingKey),
          certificateFingerprint: toHex(sha256(station.certificate)),
          events: head?.seq ?? 0,
          head: head === undefined ? null : { seq: head.seq, hash: toHex(head.hash), signature: toHex(head.signature) },
        };
      }),
    }),
    trace: ({ incident, after }) => {
      const subjects = incident === null ? done(null) : subjectsOf(incident);
      return subjects.ok ? done(ledger.trace(subjects.value, after)) : subjects;
    },
  };
};
