import type { Binding, DeviceMatch, DeviceState, Element } from '../main/contract/trigger.ts';
import type { Clock } from '../main/core/environment.ts';
import type { ElementChange } from '../main/core/trigger/devices.ts';
import type { Part } from '../main/core/trigger/gesture.ts';
import { deviceKey } from '../main/core/trigger/matchDevice.ts';
import { profileOf } from '../main/core/trigger/profiles.ts';
import { createContactWatch } from './contactWatch.ts';
import type { ContactWatch } from './contactWatch.ts';

/** A device that at least one binding names, with the contacts to watch on it. */
export interface BoundDevice {
  readonly match: DeviceMatch;
  /** For people, while nobody can ask the device itself. */
  readonly name: string;
  readonly contacts: readonly ContactWatch[];
}

export interface BoundDevices {
  /** Replaces the bindings. A contact that stays bound keeps its state, so that a press under way is not counted twice. */
  readonly replace: (bindings: readonly Binding[]) => void;
  readonly setStuckAfter: (seconds: number) => void;
  readonly list: () => readonly BoundDevice[];
}

export const createBoundDevices = (deps: {
  readonly clock: Clock;
  readonly emit: (change: ElementChange) => void;
  /** A contact sticks, chatters, or does so no more. */
  readonly onCondition: () => void;
}): BoundDevices => {
  const { clock, emit, onCondition } = deps;
  let watches = new Map<string, ContactWatch>();
  let usesByContact = new Map<string, readonly ElementUse[]>();
  let bound: readonly BoundDevice[] = [];
  let stuckAfter = 20;

  const watchContact = (key: string, element: Element): ContactWatch =>
    createContactWatch({
      element,
      clock,
      stuckAfter: () => stuckAfter,
      onCondition,
      emit: (change) => {
        for (const { binding, part } of usesByContact.get(key) ?? []) emit({ binding, part, ...change });
      },
    });

  return {
    replace: (bindings) => {
      const uses = bindings.flatMap(usesOf);
      const kept = new Map<string, ContactWatch>();
      for (const use of uses) kept.set(contactKey(use), kept.get(contactKey(use)) ?? watches.get(contactKey(use)) ?? watchContact(contactKey(use), use.element));
      // Who held it hears of the release before he is forgotten.
      for (const [key, watch] of watches) if (!kept.has(key)) watch.reset();
      watches = kept;
      usesByContact = Map.groupBy(uses, contactKey);
      bound = [...Map.groupBy(uses, ({ match }) => deviceKey(match)).values()].flatMap((group) =>
        group.slice(0, 1).map(({ match, name }) => ({
          match,
          name: profileOf(match)?.name ?? name,
          contacts: [...new Set(group.map(contactKey))].flatMap((key) => watches.get(key) ?? []),
        })),
      );
    },
    setStuckAfter: (seconds) => {
      if (seconds === stuckAfter) return;
      stuckAfter = seconds;
      for (const watch of watches.values()) watch.judgeAnew();
    },
    list: () => bound,
  };
};

/** What is wrong with a device's contacts, the worst first. */
export const conditionOf = ({ contacts }: BoundDevice): Extract<DeviceState, 'ok' | 'stuck' | 'chattering'> => {
  const conditions = new Set(contacts.map((contact) => contact.condition()));
  return conditions.has('stuck') ? 'stuck' : conditions.has('chattering') ? 'chattering' : 'ok';
};

/** An element of a device as one binding uses it. */
interface ElementUse {
  readonly binding: Binding;
  readonly part: Part;
  readonly match: DeviceMatch;
  readonly element: Element;
  readonly name: string;
}

const usesOf = (binding: Binding): readonly ElementUse[] => {
  const { trigger, gesture } = binding;
  return [
    ...(trigger.type === 'device' ? [{ binding, part: 'first' as const, match: trigger.device, element: trigger.element, name: trigger.name }] : []),
    ...(gesture.type === 'together' ? [{ binding, part: 'second' as const, match: gesture.with.device, element: gesture.with.element, name: gesture.with.name }] : []),
  ];
};

const contactKey = ({ match, element: { reportId, byte, mask, value } }: ElementUse): string => [deviceKey(match), reportId, byte, mask, value].join(' ');
