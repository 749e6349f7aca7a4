import type { Stop } from '../../core/environment.ts';
import { subjectId, subjectOf } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import type { CertificatePair, StationIdentity } from '../../core/site/identity.ts';
import { learnCertificate } from '../../lan/learnCertificate.ts';
import { expiryOf } from '../../lan/certificate.ts';
import { fromHex, toHex } from '../../platform/primitives.ts';
import type { StationContext } from '../context.ts';

/** This station's papers as they are now, and those of the others on the roster: certificates are renewed while the station runs. */
export interface StationPapers {
  readonly identity: () => StationIdentity;
  /** Keeps what changed of them, in the ledger and in the copy beside it. Throws when either cannot be written; then all is as it was. */
  readonly change: (changes: Partial<Pick<StationIdentity, 'authorityKey' | 'authorityNumber'>>) => void;
  /** Keeps the renewed certificate and tells the site. Throws as `change` does. */
  readonly keepRenewed: (renewed: CertificatePair) => void;
  /** When this station's certificate ends, in milliseconds since the epoch. */
  readonly expires: () => number;
  /** Once a second: what could not be told to the site is tried again. */
  readonly tick: () => void;
  readonly stop: Stop;
}

/** @param keep writes the identity down, durable when it returns; throws */
export const createPapers = ({ ledger, identity: first, log }: StationContext, keep: (identity: StationIdentity) => void): StationPapers => {
  let identity = first;
  const self = first.station.id;
  /** The event that tells of the present certificate is not written yet. */
  let untold = false;

  const learn = (station: string, certificate: string): void => {
    const known = ledger.local.roster.list().find(({ id }) => id === station);
    if (known !== undefined) guard(log, 'a renewed certificate could not be put on the roster', () => learnCertificate(first.authorityCertificate, ledger.local.roster, known, fromHex(certificate)), { station });
  };

  const tell = (): void => {
    if (!untold || !ledger.takesWrites()) return;
    const certificate = toHex(identity.station.certificate);
    untold = !ledger.append([{ kind: 'CertificateRenewed', subject: subjectOf('station', self), body: { certificate } }]).ok;
  };

  const change = (changes: Partial<StationIdentity>): void => {
    const changed = { ...identity, ...changes };
    keep(changed);
    identity = changed;
  };

  const stop = ledger.onEvents((events) => {
    for (const event of events) if (event.kind === 'CertificateRenewed') learn(subjectId(event.subject), event.body.certificate);
  });
  // A station that ended between the two writes has its certificate, and the others do not know of it.
  guard(log, 'which certificates were renewed cannot be read', () => {
    for (const { id, renewedCertificate } of ledger.states('station')) if (renewedCertificate !== null) learn(id, renewedCertificate);
    const listed = ledger.local.roster.list().find(({ id }) => id === self);
    untold = listed !== undefined && expiryOf(listed.certificate) < expiryOf(identity.station.certificate);
  });

  return {
    identity: () => identity,
    change,
    keepRenewed: ({ certificate, tlsKey }) => {
      change({ tlsKey, station: { ...identity.station, certificate } });
      untold = true;
      tell();
    },
    expires: () => expiryOf(identity.station.certificate),
    tick: tell,
    stop,
  };
};
