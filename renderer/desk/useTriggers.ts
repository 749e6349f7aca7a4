import { useCallback, useEffect, useRef } from 'react';
import type { Binding, KeyTrigger } from '../../main/contract/index.ts';
import { usePresser, useWatch } from '../shared/connection/hooks.tsx';

const none: readonly Binding[] = [];

/** What raises a call at this station; empty until the station said so. */
export const useBindings = (): readonly Binding[] => useWatch('bindings', (client, signal) => client.trigger.watchBindings(undefined, { signal })) ?? none;

/**
 * Bound keys raise wherever the focus is, also while somebody types. The key does nothing else, so that nothing
 * on the screen answers it. Held keys count once.
 */
export const useKeyTriggers = (bindings: readonly Binding[]): void => {
  const presser = usePresser();
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const binding = bindings.find(({ trigger }) => trigger.type === 'key' && matchesKey(trigger.key, event));
      if (binding === undefined || presser.keysPaused) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) presser.press(binding.purpose === 'emergency' ? 'emergency' : 'assist', 'key');
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [bindings, presser]);
};

export const matchesKey = (key: KeyTrigger, event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey'>): boolean =>
  event.code === key.code && event.ctrlKey === key.ctrl && event.altKey === key.alt && event.shiftKey === key.shift;

const betweenTaps = 600;

/** Returns what a tap on the spot does: the second of two quick ones raises; a single one is nothing. */
export const useSpot = (bindings: readonly Binding[]): (() => void) => {
  const presser = usePresser();
  const tappedAt = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(() => {
    const binding = bindings.find(({ trigger }) => trigger.type === 'spot');
    const now = performance.now();
    const second = now - tappedAt.current <= betweenTaps;
    tappedAt.current = second ? Number.NEGATIVE_INFINITY : now;
    if (second && binding !== undefined) presser.press(binding.purpose === 'emergency' ? 'emergency' : 'assist', 'spot');
  }, [bindings, presser]);
};
