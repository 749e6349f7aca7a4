import { gestureSchema } from '../contract/index.ts';
import type { Gesture } from '../contract/index.ts';

/** A gesture as it is typed; of two together the second element is still to be pressed. */
export type TypedGesture = Exclude<Gesture, { readonly type: 'together' }> | { readonly type: 'together' };

/** Reads `press`, `double-press`, `hold`, `hold:2.5`, `together`. Null for anything else. */
export const parseGesture = (typed: string): TypedGesture | null => {
  const [name = '', seconds, ...rest] = typed.split(':');
  if (rest.length > 0 || (seconds !== undefined && name !== 'hold')) return null;
  if (name === 'together') return { type: 'together' };
  const gesture = gestureSchema.safeParse({ type: name, ...(seconds === undefined ? {} : { seconds: Number(seconds) }) });
  return gesture.success && gesture.data.type !== 'together' ? gesture.data : null;
};

export const gestureName = (gesture: Gesture): string => {
  if (gesture.type === 'hold') return `hold:${gesture.seconds}`;
  return gesture.type === 'together' ? `together with ${gesture.with.name}` : gesture.type;
};
