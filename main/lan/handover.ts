import { done, failed, type Result } from '../contract/problem.ts';
import type { LanDependencies } from '../core/site/lan.ts';
import { equalBytes, seal, unseal } from '../platform/primitives.ts';
import { publicKeyOf, publicKeyOfPrivate } from './certificate.ts';
import type { Frame } from './frames.ts';
import { guard } from '../core/guard.ts';
import type { Timing } from './timing.ts';

export interface HandoverDependencies extends Pick<LanDependencies, 'papers' | 'log'> {
  readonly timing: Timing;
  /** False when there is no usable link to the station. */
  readonly send: (station: string, frame: Frame) => boolean;
}

export type HandoverFrame = Extract<Frame, { type: 'authority' | 'authorityAnswer' }>;

/** The authority's key on its way from one station to another. Who holds it when, and what a crash leaves behind, is decided in `main/station/site/authority.ts`. */
export interface Handover {
  /** `StationNotConnected`, `AuthorityElsewhere`, `LedgerUnwritable`; and `StationNotConnected` too when no answer came in time. */
  readonly handOver: (station: string, number: number) => Promise<Result<void>>;
  readonly take: (station: string, frame: HandoverFrame) => void;
}

/**
 * The link is one TLS 1.3 connection between the two stations, with certificates on both sides, and nobody is between them. The seal under the site's key is there for what
 * lies around it: a frame that ends in a log or a crash dump gives nothing away, and a key that was meant for one station and one move is no use for another.
 */
const purpose = (station: string, number: number): string => `quietbell authority 1 ${station} ${number}`;

/** Any station of the site can seal something that is no key at all. */
const isKeyOf = (authorityCertificate: Uint8Array, key: Uint8Array): boolean => {
  try {
    return equalBytes(publicKeyOfPrivate(key), publicKeyOf(authorityCertificate) ?? new Uint8Array());
  } catch {
    return false;
  }
};

export const createHandover = ({ papers, log, timing, send }: HandoverDependencies): Handover => {
  const waiting = new Map<string, (taken: boolean | null) => void>();

  const wait = (station: string, number: number): Promise<boolean | null> =>
    new Promise((resolve) => {
      const name = purpose(station, number);
      const finish = (taken: boolean | null): void => {
        clearTimeout(deadline);
        waiting.delete(name);
        resolve(taken);
      };
      const deadline = setTimeout(() => finish(null), timing.handover);
      waiting.set(name, finish);
    });

  const accept = (from: string, number: number, sealed: Uint8Array): boolean => {
    const { station, siteKey, authorityCertificate } = papers.identity();
    const key = unseal(siteKey, purpose(station.id, number), sealed);
    if (key === null || !isKeyOf(authorityCertificate, key)) {
      log.warn({ station: from }, 'a station sent what is not the key of the authority');
      return false;
    }
    const taken = guard(log, 'the authority could not be kept', () => papers.takeAuthority(key, number));
    if (taken?.ok === false) log.warn({ station: from, problem: taken.error }, 'the authority was not taken');
    return taken?.ok === true;
  };

  return {
    handOver: async (station, number) => {
      const key = papers.authorityKey();
      if (key === null) return failed('AuthorityElsewhere', 'This station does not hold the site authority.', 'Type this at the station that holds it.');
      const answered = wait(station, number);
      if (!send(station, { type: 'authority', number, sealed: seal(papers.identity().siteKey, purpose(station, number), key) })) waiting.get(purpose(station, number))?.(null);
      const taken = await answered;
      if (taken === null) return failed('StationNotConnected', 'That station is not connected, or did not answer.', 'See that it is switched on and on the network, then try again. Until it confirms, the authority stays here as well.', 'station');
      return taken ? done(undefined) : failed('LedgerUnwritable', 'That station could not keep the authority.', 'Look for a fault there, then try again; the authority is still here.', 'station');
    },
    take: (station, frame) => {
      if (frame.type === 'authority') send(station, { type: 'authorityAnswer', number: frame.number, taken: accept(station, frame.number, frame.sealed) });
      else waiting.get(purpose(station, frame.number))?.(frame.taken);
    },
  };
};
