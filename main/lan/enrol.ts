import { request as httpRequest } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { done, failed } from '../contract/problem.ts';
import type { Problem, Result } from '../contract/problem.ts';
import type { Clock, Log } from '../core/environment.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import type { Enrolment } from '../core/site/lan.ts';
import { equalBytes } from '../platform/primitives.ts';
import { formatAddress } from './address.ts';
import { makeStationKeys } from './authority.ts';
import type { StationKeys } from './authority.ts';
import { checkStation, checkStationCertificate, isCertificateOf } from './certificate.ts';
import { dial } from './dial.ts';
import { encodeRequest, enrolmentAnswerSchema, mostAnswerBytes, proofOf, readMessage } from './enrolment-message.ts';
import { decodeInvitationCode, fingerprintOf, invitationIdOf } from './invitation.ts';
import type { InvitationCode } from './invitation.ts';
import { defaultTiming } from './timing.ts';
import type { Timing } from './timing.ts';

/** What a person says of the new station. */
export interface NewStation {
  readonly name: string;
  readonly place: string;
}

export interface EnrolmentDependencies {
  readonly clock: Clock;
  readonly log: Log;
  readonly timing?: Timing;
}

/**
 * Joins a site with an invitation code: makes this station's keys, asks the authority for its certificate and brings home the site. Nothing is kept here:
 * the caller stores what comes back.
 *
 * @returns `CodeMalformed`, `CodeExpired`, `CodeRefused`, `PeerUnreachable`, `PeerNotTrusted`, `LedgerUnwritable`, or `InputInvalid` with field `station` when the name is taken
 */
export const enrol = async (code: string, station: NewStation, { clock, log, timing = defaultTiming }: EnrolmentDependencies): Promise<Result<Enrolment>> => {
  const invited = decodeInvitationCode(code);
  if (!invited.ok) return invited;
  const reached = await reachAuthority(invited.value, { log, timing });
  // Our own clock is asked last: it may be wrong, and the authority's is the one that counts.
  if (!reached.ok) return invited.value.expires <= clock.now() ? expired() : reached;
  const { socket, authorityCertificate, authorityId, address } = reached.value;
  const keys = await makeStationKeys();
  const answer = await ask(socket, encodeRequest(requestFor(invited.value, keys, station)), timing.enrolment);
  if (answer === null) return invited.value.expires <= clock.now() ? expired() : hungUp();
  const parsed = enrolmentAnswerSchema.safeParse(readMessage(answer));
  if (!parsed.success) return notTrusted('What answered does not speak this protocol');
  if (!parsed.data.ok) return { ok: false, error: parsed.data.error };
  const { certificate, siteKey, siteName, stations, addresses } = parsed.data;
  if (!equalBytes(parsed.data.authorityCertificate, authorityCertificate) || !isCertificateOf(authorityCertificate, { certificate, tlsKey: keys.tlsKey }, keys.id)) return notTrusted('The certificate that came back does not hold');
  const self: EnrolledStation = { id: keys.id, ...station, signingKey: keys.signingPublicKey, certificate };
  const others = stations.filter((other) => other.id !== keys.id && checkStation(authorityCertificate, other).ok);
  return done({
    siteName,
    identity: { station: self, signingKey: keys.signingKey, tlsKey: keys.tlsKey, authorityCertificate, siteKey, authorityKey: null },
    stations: [...others, self],
    // The address that has just worked comes before those that the authority thinks it has.
    addresses: new Map([...addresses, [authorityId, [...new Set([address, ...(addresses.get(authorityId) ?? [])])]]]),
  });
};

interface Reached {
  readonly socket: TLSSocket;
  readonly authorityCertificate: Uint8Array;
  readonly authorityId: string;
  readonly address: string;
}

/** Tries the code's addresses one after the other. Whoever answers must show the authority of the code before it is told anything. */
const reachAuthority = async ({ addresses, fingerprint }: InvitationCode, { log, timing }: Pick<Required<EnrolmentDependencies>, 'log' | 'timing'>): Promise<Result<Reached>> => {
  let problem: Problem = unreachable().error;
  for (const address of addresses) {
    const dialled = await dial(address, {}, timing.dial);
    if (!dialled.ok) {
      log.debug({ problem: dialled.error }, 'an address in the code does not answer');
      if (problem.type === 'PeerUnreachable') problem = dialled.error;
      continue;
    }
    const socket = dialled.value;
    const chain = socket.getPeerCertificate(true);
    const authorityCertificate = new Uint8Array(chain.issuerCertificate?.raw ?? []);
    const server = checkStationCertificate(authorityCertificate, chain.raw ?? new Uint8Array());
    if (server.ok && equalBytes(fingerprintOf(authorityCertificate), fingerprint)) return done({ socket, authorityCertificate, authorityId: server.value.id, address: formatAddress(address) });
    socket.destroy();
    problem = notTrusted(`What answers at ${formatAddress(address)} is not the site that this code is from`).error;
  }
  return { ok: false, error: problem };
};

const requestFor = ({ secret }: InvitationCode, keys: StationKeys, { name, place }: NewStation) => ({
  invitation: invitationIdOf(secret),
  proof: proofOf(secret, keys.signingPublicKey, keys.request),
  request: keys.request,
  signingKey: keys.signingPublicKey,
  possession: keys.possession,
  name,
  place,
});

/** Sends the one request; null when the other side hangs up, takes too long or says too much. */
const ask = (socket: TLSSocket, body: Uint8Array, milliseconds: number): Promise<Uint8Array | null> =>
  new Promise((resolve) => {
    const finish = (answer: Uint8Array | null) => {
      clearTimeout(deadline);
      socket.destroy();
      resolve(answer);
    };
    const deadline = setTimeout(() => finish(null), milliseconds);
    // An authority that waits for nobody has hung up by now, and HTTP would wait for an answer on a socket that is gone.
    if (socket.destroyed) return finish(null);
    socket.once('close', () => finish(null));
    const request = httpRequest({ createConnection: () => socket, method: 'POST', path: '/enrol', headers: { host: 'quietbell', 'content-type': 'application/msgpack', 'content-length': body.length } });
    request.once('error', () => finish(null));
    request.once('response', (response) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      response.on('data', (chunk: Uint8Array) => {
        length += chunk.length;
        if (length > mostAnswerBytes) finish(null);
        else chunks.push(chunk);
      });
      response.once('end', () => finish(Buffer.concat(chunks)));
      response.once('error', () => finish(null));
    });
    request.end(body);
  });

const expired = () => failed('CodeExpired', 'The code has expired.', 'Make a new invitation and use it soon.', 'code');

const hungUp = () => failed('CodeRefused', 'The site no longer takes this code: it was used, spoilt by wrong attempts, or has run out.', 'Make a new invitation at the station that holds the authority and use its code once.', 'code');

const unreachable = () => failed('PeerUnreachable', 'The code holds no address to reach the site at.', 'Make the code at a station that is running.');

const notTrusted = (what: string) => failed('PeerNotTrusted', `${what}.`, 'Check that the code comes from your own site and that no other device answers at its address.');
