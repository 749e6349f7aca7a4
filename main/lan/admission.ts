import type { TLSSocket } from 'node:tls';
import { failed } from '../contract/problem.ts';
import type { Result } from '../contract/problem.ts';
import { checkStationCertificate } from './certificate.ts';

/** What a socket may be used for, once its handshake is done. The one place where that is decided, in both directions. */
export type Admission =
  | { readonly as: 'station'; readonly id: string }
  | { readonly as: 'joiner' }
  | { readonly as: 'stranger'; readonly reason: string; /** Whether it tried to pass for one of us. */ readonly presented: boolean };

export interface AdmissionDependencies {
  readonly authorityCertificate: Uint8Array;
  /** Whether somebody is being waited for right now. */
  readonly invitationOpen: () => boolean;
  readonly isRetired: (station: string) => boolean;
  readonly now: () => number;
}

/**
 * Decides about a peer that has opened a socket to us. Nothing that the peer sends has been parsed yet, apart from the TLS handshake itself,
 * in which it proved that it holds the key of the certificate it shows.
 */
export const admit = (socket: TLSSocket, { authorityCertificate, invitationOpen, isRetired, now }: AdmissionDependencies): Admission => {
  if (socket.getProtocol() !== 'TLSv1.3') return { as: 'stranger', reason: 'It does not speak TLS 1.3.', presented: false };
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) return invitationOpen() ? { as: 'joiner' } : { as: 'stranger', reason: 'It has no certificate and nobody is invited.', presented: false };
  const station = checkPeer(socket, { authorityCertificate, isRetired, now });
  return station.ok ? { as: 'station', id: station.value.id } : { as: 'stranger', reason: station.error.message, presented: true };
};

/**
 * Says which station is at the other end. Two opinions are wanted: that of TLS (the chain, with its extensions) and our own.
 *
 * @returns `PeerNotTrusted` when either says no.
 */
export const checkPeer = (socket: TLSSocket, { authorityCertificate, isRetired, now }: Omit<AdmissionDependencies, 'invitationOpen'>): Result<{ readonly id: string }> => {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined || !socket.authorized) {
    return failed('PeerNotTrusted', `The certificate at the other end does not hold (${describe(socket.authorizationError)}).`, 'Join that terminal to the site with an invitation code.');
  }
  const checked = checkStationCertificate(authorityCertificate, certificate.raw, now());
  if (checked.ok && isRetired(checked.value.id)) return failed('PeerNotTrusted', 'The station at the other end was retired from this site.', 'Join that terminal to the site anew, in a new data folder, if it is to belong to it again.');
  return checked;
};

// Typed as an Error, in truth a code such as SELF_SIGNED_CERT_IN_CHAIN.
const describe = (error: unknown): string => (error instanceof Error ? error.message : typeof error === 'string' ? error : 'there is none');
