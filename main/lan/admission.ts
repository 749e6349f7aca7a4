import type { TLSSocket } from 'node:tls';
import { done, failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import { checkStationCertificate } from './certificate.ts';

/** What a socket may be used for, once its handshake is done. The one place where that is decided, in both directions. */
export type Admission =
  | ({ readonly as: 'station' } & Peer)
  | { readonly as: 'joiner' }
  | { readonly as: 'stranger'; readonly reason: string; /** Whether it tried to pass for one of us. */ readonly presented: boolean };

/** `expired`: its certificate has run out, and it is heard all the same. */
export interface Peer {
  readonly id: string;
  readonly expired: boolean;
}

/** For so long after its end a certificate is good enough for fetching the next one. */
const grace = 90 * 24 * 3_600_000;

export interface AdmissionDependencies {
  readonly authorityCertificate: Uint8Array;
  /** Whether somebody is being waited for right now. */
  readonly invitationOpen: () => boolean;
  readonly isRetired: (station: string) => boolean;
  /** Whether the station is on the roster. */
  readonly isKnown: (station: string) => boolean;
  /** Whether this station holds the site's authority. */
  readonly isAuthority: () => boolean;
  /** When this station's own certificate ends, in milliseconds since the epoch. */
  readonly ownExpiry: () => number;
  readonly now: () => number;
}

/**
 * Decides about a peer that has opened a socket to us. Nothing that the peer sends has been parsed yet, apart from the TLS handshake itself,
 * in which it proved that it holds the key of the certificate it shows.
 */
export const admit = (socket: TLSSocket, deps: AdmissionDependencies): Admission => {
  if (socket.getProtocol() !== 'TLSv1.3') return { as: 'stranger', reason: 'It does not speak TLS 1.3.', presented: false };
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return deps.invitationOpen() ? { as: 'joiner' } : { as: 'stranger', reason: 'It has no certificate and nobody is invited.', presented: false };
  const station = checkPeer(socket, deps);
  return station.ok ? { as: 'station', ...station.value } : { as: 'stranger', reason: station.error.message, presented: true };
};

/**
 * Says which station is at the other end. Two opinions are wanted: that of TLS (the chain, with its extensions) and our own. Only about the time is TLS not
 * believed: a certificate that has run out is judged by `isOver`.
 *
 * @returns `PeerNotTrusted` when either says no.
 */
export const checkPeer = (socket: TLSSocket, deps: Omit<AdmissionDependencies, 'invitationOpen'>): Result<Peer> => {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined || !(socket.authorized || describe(socket.authorizationError) === 'CERT_HAS_EXPIRED')) {
    return failed('PeerNotTrusted', `The certificate at the other end does not hold (${describe(socket.authorizationError)}).`, 'Join that terminal to the site with an invitation code.');
  }
  const checked = checkStationCertificate(deps.authorityCertificate, certificate.raw);
  if (!checked.ok) return checked;
  const { id, expires } = checked.value;
  if (isOver(id, expires, deps)) return failed('PeerNotTrusted', 'The certificate at the other end ran out long ago.', 'Join that terminal to the site anew, in a new data folder.');
  if (deps.isRetired(id)) return failed('PeerNotTrusted', 'The station at the other end was retired from this site.', 'Join that terminal to the site anew, in a new data folder, if it is to belong to it again.');
  return done({ id, expired: deps.now() > expires });
};

/**
 * A station that was away for long still comes in, to be heard and to fetch its next certificate: where the authority is, after any time, for nobody else could give it one. And whoever has no valid certificate itself judges nobody's: then either
 * its clock is wrong or the authority has been gone for a year, and refusing would only silence the site (decision 15).
 */
const isOver = (id: string, expires: number, { now, isKnown, isAuthority, ownExpiry }: Pick<AdmissionDependencies, 'now' | 'isKnown' | 'isAuthority' | 'ownExpiry'>): boolean =>
  now() > expires && now() <= ownExpiry() && !(isKnown(id) && (isAuthority() || now() <= expires + grace));

// Typed as an Error, in truth a code such as SELF_SIGNED_CERT_IN_CHAIN.
const describe = (error: unknown): string => (error instanceof Error ? error.message : typeof error === 'string' ? error : 'there is none');
