import type { Gesture, Trigger } from '../../main/contract/index.ts';

export type GestureType = Gesture['type'];

/** What can be done with it. Only contacts can be held at the same time as others: keyboards drop keys, and a screen has one pointer. */
export const gesturesFor = (trigger: Trigger): readonly GestureType[] => (trigger.type === 'device' ? ['press', 'double-press', 'hold', 'together'] : ['press', 'double-press', 'hold']);

/** Whether two presses came from one and the same pedal, button or key. */
export const sameElement = (one: Trigger, other: Trigger): boolean => elementOf(one) === elementOf(other);

const elementOf = (trigger: Trigger): string => {
  switch (trigger.type) {
    case 'device':
      return JSON.stringify([trigger.device, trigger.element]);
    case 'key':
      return JSON.stringify(trigger.key);
    case 'spot':
      return 'spot';
  }
};

export const standardHold = 1.5;
/** Seconds, as the contract takes them. */
export const holdLimits = { min: 0.5, max: 10 };
