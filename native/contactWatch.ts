import type { Binding, Element } from '../main/contract/trigger.ts';
import type { Clock } from '../main/core/environment.ts';
import { moveContact, openContact, settleContact, settlesIn } from '../main/core/trigger/debounce.ts';
import type { Debounced } from '../main/core/trigger/debounce.ts';
import type { ElementChange } from '../main/core/trigger/devices.ts';
import { isPressed } from '../main/core/trigger/element.ts';

/** One bound element: turns the reports of its device into presses and releases, freed from bounce. */
export interface ContactWatch {
  readonly noteReport: (report: Uint8Array) => void;
  /** The device is gone or is used for something else: what was held counts as released, and nothing is pending. */
  readonly reset: () => void;
}

export const createContactWatch = (deps: {
  readonly binding: Binding;
  readonly element: Element;
  readonly clock: Clock;
  readonly emit: (change: ElementChange) => void;
}): ContactWatch => {
  const { binding, element, clock, emit } = deps;
  let contact = openContact;
  let timer: NodeJS.Timeout | undefined;

  const take = (debounced: Debounced): void => {
    contact = debounced.contact;
    clearTimeout(timer);
    const wait = settlesIn(contact, clock.now());
    if (wait !== null) timer = setTimeout(settle, wait);
    for (const change of debounced.changes) emit({ binding, ...change });
  };
  const settle = (): void => take(settleContact(contact, clock.now()));

  return {
    noteReport: (report) => {
      const closed = isPressed(element, report);
      if (closed !== null) take(moveContact(contact, closed, clock.now()));
    },
    reset: () => {
      clearTimeout(timer);
      const held = contact.pressed;
      contact = openContact;
      if (held) emit({ binding, pressed: false, at: clock.now() });
    },
  };
};
