import type { Binding, DeviceMatch, Element, Gesture, Trigger } from '../../contract/trigger.ts';
import { deviceKey } from './matchDevice.ts';

type Wanted = Pick<Binding, 'trigger' | 'gesture' | 'purpose'>;

/**
 * Whether two bindings are of one gesture on one element: that would be two things at once, and the newer replaces the older. Different gestures
 * of one element stand beside each other, and so do two holds of different length that are for different things.
 */
export const isSameTrigger = (a: Wanted, b: Wanted): boolean => {
  if (a.gesture.type !== b.gesture.type) return false;
  if (a.gesture.type === 'hold' && b.gesture.type === 'hold' && a.gesture.seconds !== b.gesture.seconds && a.purpose !== b.purpose) return false;
  const [elements, others] = [elementsOf(a), elementsOf(b)];
  return elements.length === others.length && elements.every((element) => others.includes(element));
};

/** Two elements together that are one: it would be an ordinary press. */
export const isNever = (wanted: Pick<Binding, 'trigger' | 'gesture'>): boolean => new Set(elementsOf(wanted)).size < elementsOf(wanted).length;

const elementsOf = ({ trigger, gesture }: { readonly trigger: Trigger; readonly gesture: Gesture }): readonly string[] => [
  triggerKey(trigger),
  ...(gesture.type === 'together' ? [elementKey(gesture.with.device, gesture.with.element)] : []),
];

const triggerKey = (trigger: Trigger): string => {
  switch (trigger.type) {
    case 'device':
      return elementKey(trigger.device, trigger.element);
    case 'key':
      return ['key', trigger.key.code, trigger.key.ctrl, trigger.key.alt, trigger.key.shift].join(' ');
    case 'spot':
      return 'spot';
  }
};

const elementKey = (device: DeviceMatch, { reportId, byte, mask, value }: Element): string => [deviceKey(device), reportId, byte, mask, value].join(' ');
