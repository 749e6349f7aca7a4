import { stationSettingsSchema, type StationSettings } from '../../contract/station.ts';
import type { Binding } from '../../contract/trigger.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';
import { withoutDoer } from '../event/withoutDoer.ts';

/** What the ledger says of one station. */
export interface StationFile {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** The newest version of the protocol that its program speaks, by its own word; null while nothing of it has arrived. */
  readonly protocol: number | null;
  readonly settings: StationSettings;
  readonly bindings: readonly Binding[];
  /** What claims that it was retired; the signature is still to be checked. Hex, milliseconds since the epoch. */
  readonly retirements: readonly { readonly at: number; readonly signature: string }[];
  /** Its newest certificate in hex, where it was renewed; still to be checked. */
  readonly renewedCertificate: string | null;
  /** What claims that it was given the site's authority; still to be checked. */
  readonly authority: readonly { readonly number: number; readonly signature: string }[];
}

/** Null while the station's enrolment has not arrived. */
export const foldStation = (events: readonly Event[]): StationFile | null => {
  const enrolled = events.find((event) => event.kind === 'StationEnrolled');
  if (enrolled === undefined) return null;
  let file: StationFile = { id: subjectId(enrolled.subject), name: enrolled.body.name, place: enrolled.body.place, protocol: null, settings: stationSettingsSchema.parse({}), bindings: [], retirements: [], renewedCertificate: null, authority: [] };
  for (const event of events) {
    if (event.origin === file.id && (event.kind === 'StationEnrolled' || event.kind === 'StationUpgraded')) file = { ...file, protocol: event.body.protocol ?? 1 };
    if (event.kind === 'StationRenamed') file = { ...file, name: event.body.name, place: event.body.place };
    if (event.kind === 'StationSettingsChanged') file = { ...file, settings: { ...file.settings, ...withoutDoer(event.body) } };
    if (event.kind === 'TriggerBound') file = { ...file, bindings: [...file.bindings.filter((binding) => binding.id !== event.body.id), withoutDoer(event.body)] };
    if (event.kind === 'StationRetired') file = { ...file, retirements: [...file.retirements, { at: event.body.at, signature: event.body.signature }] };
    if (event.kind === 'CertificateRenewed') file = { ...file, renewedCertificate: event.body.certificate };
    if (event.kind === 'AuthorityMoved') file = { ...file, authority: [...file.authority, { number: event.body.number, signature: event.body.signature }] };
    if (event.kind === 'TriggerUnbound') file = { ...file, bindings: file.bindings.filter((binding) => binding.id !== event.body.id) };
  }
  return file;
};
