import { useCallback, useEffect, useRef } from 'react';
import type { Binding, KeyTrigger } from '../../main/contract/index.ts';
import { usePresser, useWatch } from '../shared/connection/hooks.tsx';

const none: readonly Binding[] = [];

/** What triggers something at this station; empty until the station said so. */
export const useBindings = (): readonly Binding[] => useWatch('bindings', (client, signal) => client.trigger.watchBindings(undefined, { signal })) ?? none;

/**
 * Bound keys are told wherever the focus is, also while somebody types. The key does nothing else, so that nothing on the screen answers
 * it. A held key goes down once; all go up when the window no longer hears the keyboard.
 */
export const useKeyTriggers = (bindings: readonly Binding[]): void => {
  const presser = usePresser();
  const downByCode = useRef(new Map<string, readonly Binding[]>());
  useEffect(() => {
    const leaving = new AbortController();
    const swallow = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const release = (code: string): void => {
      for (const { id } of downByCode.current.get(code) ?? none) presser.edge(id, false);
      downByCode.current.delete(code);
    };
    const down = (event: KeyboardEvent): void => {
      const matching = bindings.filter(({ trigger }) => trigger.type === 'key' && matchesKey(trigger.key, event));
      if (matching.length === 0 || presser.keysPaused) return;
      swallow(event);
      if (event.repeat) return;
      // Its going up was missed: better a press more than one less.
      release(event.code);
      downByCode.current.set(event.code, matching);
      for (const { id } of matching) presser.edge(id, true);
    };
    // By its code alone: the modifiers may have been let go before it.
    const up = (event: KeyboardEvent): void => {
      if (!downByCode.current.has(event.code)) return;
      swallow(event);
      release(event.code);
    };
    const allUp = (): void => {
      for (const code of downByCode.current.keys()) release(code);
    };
    const options = { capture: true, signal: leaving.signal };
    window.addEventListener('keydown', down, options);
    window.addEventListener('keyup', up, options);
    window.addEventListener('blur', allUp, options);
    return () => leaving.abort();
  }, [bindings, presser]);
};

export const matchesKey = (key: KeyTrigger, event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey'>): boolean =>
  event.code === key.code && event.ctrlKey === key.ctrl && event.altKey === key.alt && event.shiftKey === key.shift;

/** Returns what a finger or the pointer on the spot does. It is let go wherever it goes up. */
export const useSpot = (bindings: readonly Binding[]): (() => void) => {
  const presser = usePresser();
  return useCallback(() => {
    const bound = bindings.filter(({ trigger }) => trigger.type === 'spot');
    if (bound.length === 0) return;
    for (const { id } of bound) presser.edge(id, true);
    const over = new AbortController();
    const release = (): void => {
      over.abort();
      for (const { id } of bound) presser.edge(id, false);
    };
    for (const event of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(event, release, { capture: true, signal: over.signal });
  }, [bindings, presser]);
};
