import type { Content } from 'pdfmake/interfaces.js';
import type { ExportMaker, ExportedEvent, ExportedRecord } from '../../contract/export.ts';
import { universalTime, type Wording } from '../wording.ts';
import { facts, inHalves, ink, section, tableSection, title } from './sheet.ts';

/** The last page of a record: what stands behind it, and how somebody checks that who does not trust this program. */
export const verificationPages = ({ words: { verification } }: Wording, made: ExportMaker, record: ExportedRecord): Content[] => {
  const { events } = record;
  const failures = events.filter(({ holds }) => !holds).length;
  const writers = made.chains.filter(({ station }) => events.some(({ origin }) => origin === station));
  const nameOf = (station: string): string => made.chains.find((chain) => chain.station === station)?.name ?? station.slice(0, 8);
  return [
    { stack: [title(verification.title, record.title)], pageBreak: 'before' },
    { text: failures === 0 ? verification.outcome(events.length) : verification.failed(failures, events.length), bold: true, ...(failures === 0 ? {} : { color: ink.warning }) },
    { text: verification.explanation, margin: [0, 6, 0, 6] },
    { ol: [...verification.recipe] },
    section(verification.authority, { text: made.authorityFingerprint, fontSize: 8 }),
    ...writers.map(
      (chain): Content => ({
        stack: [
          { text: `${verification.station} ${chain.name}, ${chain.place}`, bold: true, margin: [0, 6, 0, 0] },
          { stack: [facts([[verification.number, chain.station], [verification.signingKey, chain.signingKey], [verification.certificate, chain.certificateFingerprint]])], fontSize: 8 },
        ],
        unbreakable: true,
      }),
    ),
    tableSection(
      verification.events,
      [verification.station, verification.no, verification.written, verification.what, verification.hash, verification.signed],
      [62, 22, 92, 84, '*', 46],
      events.map((event) => [nameOf(event.origin), { text: String(event.seq), alignment: 'right' }, universalTime(event.writtenAt), whatOf(verification, event), { text: inHalves(event.hash), fontSize: 6.8 }, signatureOf(verification, event)]),
      7.2,
    ),
  ];
};

type Verification = Wording['words']['verification'];

const whatOf = (verification: Verification, { kind, state }: ExportedEvent): Content => (state === 'read' ? kind : { stack: [kind, { text: verification[state], color: ink.soft }] });
const signatureOf = (verification: Verification, { seq, signedBy, holds }: ExportedEvent): Content => (holds ? (signedBy === seq ? verification.own : verification.signedBy(signedBy ?? seq)) : { text: signedBy === null ? verification.unsigned : verification.broken, bold: true, color: ink.warning });
