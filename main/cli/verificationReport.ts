import type { Chain, Evidence, TracedEvent, Verification } from '../contract/index.ts';

export interface VerificationDocument {
  readonly evidence: Evidence;
  readonly verification: Verification;
  /** Whose events they are; null for those of the whole site. */
  readonly incident: string | null;
  readonly events: readonly TracedEvent[];
}

/** The outcome of a check with everything it was made from, as text that can be printed and handed to a court. Times are in UTC. */
export const verificationReport = ({ evidence, verification, incident, events }: VerificationDocument): string => {
  const nameOf = (station: string): string => evidence.chains.find((chain) => chain.station === station)?.name ?? 'unknown station';
  return [
    heading(`Check of the ledger of ${evidence.site}`),
    `Made at ${moment(evidence.at)} at the station ${nameOf(evidence.station)} (${evidence.station}).`,
    `Certificate of the site's authority, SHA-256: ${evidence.authorityFingerprint}`,
    '',
    outcome(verification),
    heading('What was checked'),
    explanation,
    heading('The stations and their chains'),
    ...evidence.chains.map(chainLines),
    heading(incident === null ? 'Every event, in the order in which this station learned of it' : `The record ${incident}, and what it grew out of`),
    ...events.map((event) => eventLines(event, nameOf(event.origin))),
    '',
  ].join('\n');
};

const explanation = `Every event carries the SHA-256 hash of the event before it of the same station. The last event of each commit is signed by its station
(Ed25519), which vouches for all before it. The key of a station belongs to a certificate of the site's authority. For this report
every hash was computed anew, every link and signature was checked, every sealed body was opened, and everything that screens show
was folded anew from the events and compared. "Written" is the time by the clock of the station that wrote the event; "learned" is
the order and the time in which the station that made this report got it. The same report made at another station shows its order.`;

const outcome = ({ ok, events, stations, sealed, erased, subjects, problems }: Verification): string =>
  [
    ok ? 'OUTCOME: everything holds.' : `OUTCOME: ${problems.length} things do not hold.`,
    `${events} events of ${stations} stations; ${sealed} of them sealed, ${erased} of these erased; ${subjects} subjects compared.`,
    ...problems.map(({ origin, seq, subject, problem }) => `  ${origin ?? subject ?? '-'}${seq === null ? '' : `, event ${seq}`}: ${problem}`),
  ].join('\n');

const chainLines = ({ station, name, place, signingKey, certificateFingerprint, events, head }: Chain): string =>
  [
    `${name}, ${place}`,
    `  station       ${station}`,
    `  signing key   ${signingKey} (Ed25519)`,
    `  certificate   ${certificateFingerprint} (SHA-256)`,
    `  events        ${events}`,
    ...(head === null ? [] : [`  last hash     ${head.hash}`, `  its signature ${head.signature}`]),
    '',
  ].join('\n');

const eventLines = ({ arrival, learnedAt, origin, seq, writtenAt, kind, subject, hash, signedBy, state, staff, body }: TracedEvent, station: string): string =>
  [
    `No. ${arrival}: ${kind}`,
    `  about    ${subject}`,
    `  written  ${moment(writtenAt)} at ${station} (${origin.slice(0, 8)}), event ${seq}${staff === null ? '' : `, by ${staff}`}`,
    `  learned  ${learnedAt === null ? 'before times were noted' : moment(learnedAt)}`,
    `  hash     ${hash}${signedBy === null ? ', not signed' : `, vouched for by the signature of event ${signedBy}`}`,
    ...(state === 'erased' ? ['  erased: its key was destroyed, and nobody can read it'] : state === 'unread' ? ['  cannot be read here'] : []),
    ...(body === null ? [] : [indented(JSON.stringify(body, null, 2))]),
    '',
  ].join('\n');

const heading = (text: string): string => `\n${text}\n${'='.repeat(text.length)}\n`;
const moment = (at: string): string => `${at.replace('T', ' ').replace('Z', '')} UTC`;
const indented = (text: string): string => text.replaceAll(/^/gm, '  | ');
