import type { Outcome } from '../core/channel/courier.ts';
import type { OutgoingMessage } from '../core/channel/message.ts';
import type { MakeDriver } from './driver.ts';

/**
 * A contact of a USB relay board. It closes when something begins and opens when all that it closed for has ended (`hold`), or closes for
 * some seconds (`pulse`); or it is closed while all is well and opens for a fault (`ready`). Every switch is read back from the board; only
 * a contact that is seen to have moved counts as received.
 *
 * A board without USB power has all its contacts open and does not remember what they were: losing it must be a fault and not an alarm
 * (docs/wiring.md). The check reads the board, and puts a contact right again after the board was away.
 */
export const createRelayDriver: MakeDriver<'relay'> = (channel, { relays, log }) => {
  const { device, contact, mode, pulse } = channel.settings;
  const closedAtRest = mode === 'ready';
  /** The alarms and faults that it is switched for. */
  const holding = new Set<string>();
  let pulseEnd: NodeJS.Timeout | undefined;

  const turn = async (closed: boolean): Promise<Outcome> => {
    const result = await relays.set(device, contact, closed);
    if (!result.ok) return { outcome: 'failed', answer: `Contact ${contact} was not ${closed ? 'closed' : 'opened'}: ${result.reason}.` };
    return { outcome: 'received', answer: `Contact ${contact} is ${closed ? 'closed' : 'open'}, read back from the board.` };
  };

  const endPulse = async (): Promise<void> => {
    pulseEnd = undefined;
    if (holding.size > 0) return;
    const outcome = await turn(closedAtRest);
    if (outcome.outcome === 'received' || pulseEnd !== undefined) return;
    log.warn({ channel: channel.id, answer: outcome.answer }, 'a pulse did not end');
    pulseEnd = setTimeout(() => void endPulse(), retryAfter);
  };

  const beginPulse = async (): Promise<Outcome> => {
    const outcome = await turn(!closedAtRest);
    clearTimeout(pulseEnd);
    pulseEnd = setTimeout(() => void endPulse(), pulse * 1000);
    return outcome;
  };

  const begin = (subject: string): Promise<Outcome> => {
    if (mode === 'pulse') return beginPulse();
    holding.add(subject);
    return turn(!closedAtRest);
  };

  const end = async (subject: string): Promise<Outcome> => {
    if (mode === 'pulse') return { outcome: 'received', answer: 'A pulse ends by itself.' };
    holding.delete(subject);
    if (pulseEnd !== undefined) return { outcome: 'received', answer: `Contact ${contact} goes back when its pulse ends.` };
    if (holding.size === 0) return turn(closedAtRest);
    return { outcome: 'received', answer: `Contact ${contact} stays as it is: ${holding.size} other alarms or faults are open.` };
  };

  return {
    attempt: (message: OutgoingMessage) => {
      // Whoever decides what is due sees to this as well; what hangs on a contact cannot tell a drill from an alarm.
      if (message.kind !== 'real' && message.occasion !== 'test' && !channel.safeForDrills) return refusal('Not switched: this channel is not safe for drills.');
      const subject = message.alarm ?? message.fault ?? message.id;
      switch (message.occasion) {
        case 'test':
          return beginPulse();
        case 'fault':
          return begin(subject);
        case 'fault-ended':
          return end(subject);
        case 'raised':
        case 'raised-to-emergency':
        case 'pressed-again':
        case 'duress':
          return mode === 'ready' ? refusal(noAlarms) : begin(subject);
        case 'closed':
          return mode === 'ready' ? refusal(noAlarms) : end(subject);
      }
    },
    check: async () => {
      const state = await relays.read(device);
      if (!state.ok) return { outcome: 'failed', answer: `The relay board cannot be read: ${state.reason}.` };
      const isClosed = (state.closed >> (contact - 1)) % 2 === 1;
      const wanted = holding.size > 0 ? !closedAtRest : mode === 'ready' && pulseEnd === undefined ? true : isClosed;
      return isClosed === wanted ? { outcome: 'received', answer: 'The relay board answers.' } : turn(wanted);
    },
    checkEvery: 2,
    timeLimit: 5000,
    close: async () => {
      const pulsing = pulseEnd !== undefined;
      clearTimeout(pulseEnd);
      pulseEnd = undefined;
      // Without its station a contact is not ready; and no pulse may last for ever.
      if (mode === 'ready' || (pulsing && holding.size === 0)) await turn(false);
    },
  };
};

const refusal = (answer: string): Promise<Outcome> => Promise.resolve({ outcome: 'failed', answer });
const noAlarms = 'Not switched: this contact shows that the station is ready, and carries no alarm.';

/** Milliseconds between tries to end a pulse. */
const retryAfter = 1000;
