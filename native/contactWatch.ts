import type { DeviceState, Element } from '../main/contract/trigger.ts';
import type { Clock } from '../main/core/environment.ts';
import { chatterSettlesIn, noChatter, noteClosing, settleChatter } from '../main/core/trigger/chatter.ts';
import { moveContact, openContact, settleContact, settlesIn } from '../main/core/trigger/debounce.ts';
import type { ContactChange, Debounced } from '../main/core/trigger/debounce.ts';
import { isPressed } from '../main/core/trigger/element.ts';

/** One bound element: turns the reports of its device into presses and releases, freed from bounce, and watches for a contact that fails. */
export interface ContactWatch {
  /**
   * `answer`: it was asked for. The first one after the device was opened says how the contact is found, and calls nobody: what stands on a
   * pedal while the station starts is no press.
   */
  readonly noteReport: (report: Uint8Array, answer?: boolean) => void;
  /** The device is gone or is used for something else: what was held counts as released, and nothing is pending. */
  readonly reset: () => void;
  readonly condition: () => Extract<DeviceState, 'ok' | 'stuck' | 'chattering'>;
  /** `stuckAfter` is another one now. */
  readonly judgeAnew: () => void;
}

export const createContactWatch = (deps: {
  readonly element: Element;
  readonly clock: Clock;
  /** Seconds. */
  readonly stuckAfter: () => number;
  readonly emit: (change: ContactChange) => void;
  readonly onCondition: () => void;
}): ContactWatch => {
  const { element, clock, stuckAfter, emit, onCondition } = deps;
  let contact = openContact;
  let chatter = noChatter;
  let stuck = false;
  let fresh = true;
  let settling: NodeJS.Timeout | undefined;
  let sticking: NodeJS.Timeout | undefined;
  let calming: NodeJS.Timeout | undefined;

  const take = ({ contact: after, changes }: Debounced): void => {
    const moved = after.closed !== contact.closed;
    contact = after;
    clearTimeout(settling);
    const wait = settlesIn(contact, clock.now(), chatter.chattering);
    if (wait !== null) settling = setTimeout(() => take(settleContact(contact, clock.now(), chatter.chattering)), wait);
    // The alarm first, the state of the device afterwards.
    for (const change of changes) emit(change);
    if (moved) watchForSticking();
  };

  const watchForSticking = (): void => {
    clearTimeout(sticking);
    if (contact.closed) sticking = setTimeout(() => judge(() => (stuck = true)), 1000 * stuckAfter());
    judge(() => (stuck = false));
  };

  const watchForChatter = (at: number): void => {
    judge(() => (chatter = noteClosing(chatter, at)));
    clearTimeout(calming);
    const wait = chatterSettlesIn(chatter, at);
    if (wait !== null) calming = setTimeout(() => judge(() => (chatter = settleChatter(chatter, clock.now()))), wait);
  };

  const condition: ContactWatch['condition'] = () => (stuck ? 'stuck' : chatter.chattering ? 'chattering' : 'ok');

  const judge = (change: () => void): void => {
    const before = condition();
    change();
    if (condition() !== before) onCondition();
  };

  return {
    condition,
    judgeAnew: watchForSticking,
    noteReport: (report, answer = false) => {
      const closed = isPressed(element, report);
      if (closed === null) return;
      const at = clock.now();
      if (fresh && answer && closed) {
        contact = { pressed: true, closed: true, edgeAt: at };
        watchForSticking();
      }
      fresh = false;
      if (closed && !contact.closed) watchForChatter(at);
      take(moveContact(contact, closed, at, chatter.chattering));
    },
    reset: () => {
      for (const timer of [settling, sticking, calming]) clearTimeout(timer);
      fresh = true;
      const held = contact.pressed;
      contact = openContact;
      if (held) emit({ pressed: false, at: clock.now() });
      judge(() => {
        stuck = false;
        chatter = noChatter;
      });
    },
  };
};
