import type { Attempt } from '../../contract/delivery.ts';
import type { Courier } from '../../core/channel/courier.ts';
import type { OutgoingMessage } from '../../core/channel/message.ts';
import { mayCarry, type Way } from '../../core/plan/dueDeliveries.ts';
import { ownFile, type StationContext } from '../context.ts';

/** Tries of this station that are under way, and how they end. */
export interface Carrying {
  readonly underWay: ReadonlySet<string>;
  /** Where the other end said when it wants to be tried again: milliseconds since the epoch, by message. */
  readonly notBefore: ReadonlyMap<string, number>;
  /** Begins one try and returns at once. `ended` is called when it is over, however long that takes. */
  readonly start: (channel: Way, message: OutgoingMessage, attempt: number, ended: (attempt: Attempt) => void) => void;
}

/** The last door before a message leaves the site: whatever was decided before, no drill and no test goes out where nobody expects them. */
export const createCarrying = (context: StationContext, courier: Pick<Courier, 'attempt'>): Carrying => {
  const { clock, log } = context;
  const underWay = new Set<string>();
  const notBefore = new Map<string, number>();

  const carry = async (channel: Way, message: OutgoingMessage, attempt: number, ended: (attempt: Attempt) => void): Promise<void> => {
    const startedAt = clock.now();
    const { outcome, answer, retryAfter } = await courier.attempt(channel.id, message, attempt);
    const endedAt = clock.now();
    underWay.delete(message.id);
    if (outcome === 'failed' && retryAfter !== undefined) notBefore.set(message.id, endedAt + retryAfter);
    else notBefore.delete(message.id);
    log.info({ channel: channel.id, message: message.id, attempt, outcome }, 'a message was carried out');
    ended({
      channel: channel.id,
      occasion: message.occasion,
      attempt,
      outcome,
      answer: answer.slice(0, 300),
      startedAt: new Date(startedAt).toISOString(),
      duration: Math.max(0, endedAt - startedAt),
      station: ownFile(context).name,
    });
  };

  return {
    underWay,
    notBefore,
    start: (channel, message, attempt, ended) => {
      if (!mayCarry(channel, message.kind)) {
        log.error({ channel: channel.id, kind: message.kind }, 'a drill was kept from a channel that is not safe for drills');
        return;
      }
      underWay.add(message.id);
      carry(channel, message, attempt, ended).catch((error: unknown) => {
        underWay.delete(message.id);
        log.error({ channel: channel.id, error: String(error) }, 'how a message was carried out could not be written down');
      });
    },
  };
};
