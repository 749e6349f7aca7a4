import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import { mostWrongProofs, type EnrolledStation } from '../core/site/identity.ts';
import type { LanDependencies } from '../core/site/lan.ts';
import { equalBytes, openVerifyingKey, stationIdOf, verifyBytes } from '../platform/primitives.ts';
import { formatAddress, reachableAddresses } from './address.ts';
import type { Address } from './address.ts';
import { issueStationCertificate, issuingTime } from './authority.ts';
import { expiryOf } from './certificate.ts';
import { enrolmentLabel, enrolmentRequestSchema, proofOf } from './enrolment-message.ts';
import type { EnrolmentAnswer, EnrolmentRequest } from './enrolment-message.ts';
import { createRateLimit } from './rateLimit.ts';

const mostAttemptsAMinute = 20;

export interface ReceptionDependencies extends Pick<LanDependencies, 'papers' | 'roster' | 'invitations' | 'clock' | 'log' | 'siteName' | 'onEnrolled'> {
  readonly listening: () => Address | null;
}

/** The authority's side of enrolment. Takes what a joiner sent, as MessagePack made it, and gives what it is to be told. */
export type Reception = (message: unknown) => Promise<EnrolmentAnswer>;

/** The order of steps, and what each failure costs, is described in README.md. */
export const createReception = ({ papers, roster, invitations, clock, log, siteName, onEnrolled, listening }: ReceptionDependencies): Reception => {
  const mayTry = createRateLimit(mostAttemptsAMinute, 60_000);

  const receive = async (message: unknown): Promise<Result<EnrolledStation>> => {
    if (!mayTry()) return refused('There were too many attempts to join', 'Wait a minute and try again.');
    const parsed = enrolmentRequestSchema.safeParse(message);
    if (!parsed.success) return failed('InputInvalid', 'The request to join cannot be read.', 'Use the same version of Quietbell on both stations.', String(parsed.error.issues[0]?.path[0] ?? ''));
    const request = parsed.data;
    const invited = checkInvitation(request);
    if (!invited.ok) return invited;
    const id = stationIdOf(request.signingKey);
    if (!holdsSigningKey(request)) return refused('The guest does not hold the signing key that it shows');
    const free = checkNameIsFree(request, id);
    if (!free.ok) return free;
    const key = papers.authorityKey();
    if (key === null) return failed('AuthorityElsewhere', 'This station does not hold the site authority.', 'Ask for a code at the station that holds it.');
    const { authorityCertificate, station } = papers.identity();
    const issued = await issueStationCertificate({ certificate: authorityCertificate, key }, { stationId: id, request: request.request }, issuingTime(clock.now(), expiryOf(station.certificate)));
    if (!issued.ok) return issued;
    // Somebody else may have come in while the certificate was made. From here to the end nothing waits.
    const stillFree = checkNameIsFree(request, id);
    if (!stillFree.ok) return stillFree;
    if (!invitations.use(request.invitation)) return refused('The code was used already');
    return enrol({ id, name: request.name, place: request.place, signingKey: request.signingKey, certificate: issued.value });
  };

  const checkInvitation = ({ invitation: id, proof, signingKey, request }: EnrolmentRequest): Result<void> => {
    const invitation = invitations.find(id);
    if (invitation === undefined) return refused('The code is not one of this site');
    if (invitation.used) return refused('The code was used already');
    if (invitation.failures >= mostWrongProofs) return refused('The code was spoilt by wrong attempts');
    if (invitation.expires <= clock.now()) return failed('CodeExpired', 'The code has expired.', 'Make a new invitation and use it soon.', 'code');
    if (equalBytes(proof, proofOf(invitation.secret, signingKey, request))) return done(undefined);
    invitations.fail(id);
    log.warn({ invitation: id, failures: invitation.failures + 1 }, 'a wrong proof was shown for an invitation');
    return refused('The secret in the code is wrong');
  };

  const checkNameIsFree = ({ name }: EnrolmentRequest, id: string): Result<void> =>
    roster.list().some((station) => station.id !== id && sameName(station.name, name))
      ? failed('InputInvalid', 'Another station of the site has that name already.', 'Choose another name for this station and use the same code again.', 'station')
      : done(undefined);

  const enrol = (station: EnrolledStation): Result<EnrolledStation> => {
    try {
      onEnrolled(station);
    } catch (error) {
      log.error({ station: station.id, error: String(error) }, 'an enrolment could not be written down; its invitation is used up');
      return failed('LedgerUnwritable', 'The site could not write the enrolment down.', 'Free space on the disk of the station that made the code, then make a new code there.');
    }
    log.info({ station: station.id }, 'a station was enrolled');
    return done(station);
  };

  return async (message) => {
    const received = await receive(message);
    if (!received.ok) {
      log.warn({ problem: received.error.type }, 'a guest was not let in');
      return received;
    }
    const identity = papers.identity();
    const here = listening();
    const own = here === null ? [] : reachableAddresses(here).map(formatAddress).slice(0, 4);
    return {
      ok: true,
      certificate: received.value.certificate,
      authorityCertificate: identity.authorityCertificate,
      siteKey: identity.siteKey,
      siteName: siteName(),
      stations: withStation(withStation(roster.list(), identity.station), received.value),
      addresses: new Map([...[...roster.addresses()].map(([id, addresses]): [string, string[]] => [id, [...addresses]]), [identity.station.id, own]]),
    };
  };
};

const sameName = (a: string, b: string): boolean => a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();

const withStation = (stations: readonly EnrolledStation[], station: EnrolledStation): EnrolledStation[] => [...stations.filter(({ id }) => id !== station.id), station];

const holdsSigningKey = ({ signingKey, request, possession }: EnrolmentRequest): boolean => verifyBytes(openVerifyingKey(signingKey), Buffer.concat([enrolmentLabel, request]), possession);

const refused = (what: string, remedy = 'Make a new invitation at the station that holds the authority and use its code once.') => failed('CodeRefused', `${what}.`, remedy, 'code');
