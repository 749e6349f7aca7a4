import type { LanDependencies } from '../core/site/lan.ts';
import { openSigningKey, openVerifyingKey, signBytes, verifyBytes } from '../platform/primitives.ts';
import { issueStationCertificate, issuingTime, makeTlsKey, stationCertificateLife } from './authority.ts';
import { expiryOf, isCertificateOf } from './certificate.ts';
import type { Frame } from './frames.ts';
import { createRateLimit } from './rateLimit.ts';
import type { Timing } from './timing.ts';

/** Goes into what is signed when a certificate is asked for, so that it means nothing elsewhere. */
const label: Uint8Array = Buffer.from('quietbell renewal 1', 'ascii');
/** A certificate that lasts hardly longer than the present one is not worth the change: then somebody's clock is wrong. Milliseconds. */
const leastGain = 30 * 24 * 3_600_000;
const mostIssuedAMinute = 60;

export interface RenewalDependencies extends Pick<LanDependencies, 'papers' | 'roster' | 'clock' | 'log'> {
  readonly timing: Timing;
  /** Connected stations that say that they hold the authority. */
  readonly authorities: () => readonly string[];
  /** False when there is no usable link to the station. */
  readonly send: (station: string, frame: Frame) => boolean;
  /** The renewed certificate is kept: from now on handshakes are done with it. */
  readonly onRenewed: () => void;
}

export type RenewalFrame = Extract<Frame, { type: 'renewal' | 'renewed' }>;

/** Certificates that renew by themselves: asks for this station's next one when two thirds of the present one's life are over, and issues those of others where the authority is. */
export interface Renewal {
  /** Asks if it is time to, and at most once an hour. */
  readonly look: () => void;
  readonly take: (station: string, frame: RenewalFrame) => void;
  readonly stop: () => void;
}

export const createRenewal = ({ papers, roster, clock, log, timing, authorities, send, onRenewed }: RenewalDependencies): Renewal => {
  const mayIssue = createRateLimit(mostIssuedAMinute, 60_000);
  /** The key for which a certificate was asked, by the station that was asked; a new one each time, so that no key grows old. */
  let asked: { readonly station: string; readonly tlsKey: Uint8Array } | null = null;
  let notBefore = 0;
  let busy = false;

  const isDue = (): boolean => clock.now() > expiryOf(papers.identity().station.certificate) - stationCertificateLife / 3;

  const look = async (): Promise<void> => {
    if (busy || performance.now() < notBefore || !isDue()) return;
    const [station] = authorities();
    const isOwn = papers.authorityKey() !== null;
    if (!isOwn && station === undefined) return;
    busy = true;
    try {
      notBefore = performance.now() + timing.renewalPause;
      const { tlsKey, request } = await makeTlsKey();
      const identity = papers.identity();
      if (isOwn) return keep(tlsKey, await issue(identity.station.id, request));
      if (station === undefined) return;
      asked = { station, tlsKey };
      if (!send(station, { type: 'renewal', request, possession: signBytes(openSigningKey(identity.signingKey), Buffer.concat([label, request])) })) notBefore = 0;
    } finally {
      busy = false;
    }
  };

  const issue = async (stationId: string, request: Uint8Array): Promise<Uint8Array | null> => {
    const key = papers.authorityKey();
    if (key === null || !mayIssue()) return null;
    const { authorityCertificate, station } = papers.identity();
    const issued = await issueStationCertificate({ certificate: authorityCertificate, key }, { stationId, request }, issuingTime(clock.now(), expiryOf(station.certificate)));
    return issued.ok ? issued.value : null;
  };

  const keep = (tlsKey: Uint8Array, certificate: Uint8Array | null): void => {
    const { station, authorityCertificate } = papers.identity();
    if (certificate === null) return log.warn({}, 'the certificate of this station is to be renewed, and the authority gave none');
    const holds = isCertificateOf(authorityCertificate, { certificate, tlsKey }, station.id);
    if (!holds || expiryOf(certificate) < expiryOf(station.certificate) + leastGain) return log.warn({ holds }, 'the authority gave a certificate that is of no use');
    papers.keepRenewed({ certificate, tlsKey });
    onRenewed();
    log.info({ expires: new Date(expiryOf(certificate)).toISOString() }, 'the certificate of this station was renewed');
  };

  /** Whoever asks has shown its present certificate on this link; that it also holds its signing key keeps a stolen key for TLS from living on. */
  const answer = async (station: string, { request, possession }: Extract<Frame, { type: 'renewal' }>): Promise<void> => {
    const known = roster.list().find(({ id }) => id === station);
    const holds = known !== undefined && verifyBytes(openVerifyingKey(known.signingKey), Buffer.concat([label, request]), possession);
    if (!holds) log.warn({ station }, 'a station asked for a certificate without showing that it holds its signing key');
    const certificate = holds ? await issue(station, request) : null;
    if (certificate !== null) log.info({ station }, 'a certificate was renewed');
    send(station, { type: 'renewed', certificate });
  };

  const failed = (error: unknown): void => log.error({ error: String(error) }, 'a certificate could not be renewed');
  const lookNow = (): void => void look().catch(failed);
  const looking = setInterval(lookNow, timing.renewalLook);
  looking.unref();

  return {
    look: lookNow,
    take: (station, frame) => {
      if (frame.type === 'renewal') return void answer(station, frame).catch(failed);
      if (asked?.station !== station) return;
      const { tlsKey } = asked;
      asked = null;
      keep(tlsKey, frame.certificate);
    },
    stop: () => clearInterval(looking),
  };
};
