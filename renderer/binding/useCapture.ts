import { useEffect, useState } from 'react';
import type { Device, Trigger } from '../../main/contract/index.ts';
import { usePresser, useStation } from '../shared/connection/hooks.tsx';
import { chooseKey } from './keyChoice.ts';

/** What "press it now" has seen so far. */
export interface Captured {
  readonly devices: readonly Device[];
  /** The device that is pressed and not yet let go. */
  readonly held: Device | null;
  readonly trigger: Trigger | null;
  /** The last key cannot be bound. */
  readonly keyTaken: boolean;
}

const nothing: Captured = { devices: [], held: null, trigger: null, keyTaken: false };
const pauseAfterFailure = 1_000;

/** Waits for one press of any device or suitable key, until there is one; `again` starts anew. */
export const useCapture = (): Captured & { readonly again: () => void } => {
  const client = useStation();
  const presser = usePresser();
  const [round, setRound] = useState(0);
  const [captured, setCaptured] = useState<Captured>(nothing);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const finish = (trigger: Trigger): void => {
      leaving.abort();
      setCaptured((before) => ({ ...before, held: null, keyTaken: false, trigger }));
    };

    const followDevices = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          for await (const seen of await client.trigger.capture(undefined, { signal })) {
            if (signal.aborted) return;
            if (seen.step === 'waiting') setCaptured((before) => ({ ...before, devices: seen.devices }));
            if (seen.step === 'pressed') setCaptured((before) => ({ ...before, held: seen.device }));
            if (seen.step === 'released') finish({ type: 'device', device: seen.device.match, element: seen.element, name: seen.name });
          }
        } catch {
          // The station was lost, or stopped the capture: it is asked again below.
        }
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFailure));
      }
    };
    const resumeKeys = presser.pauseKeys();
    signal.addEventListener('abort', resumeKeys);
    window.addEventListener(
      'keydown',
      (event) => {
        const choice = chooseKey(event);
        if (choice.type === 'waiting' || isTyping(event)) return;
        event.preventDefault();
        if (choice.type === 'chosen') finish({ type: 'key', key: choice.key });
        else setCaptured((before) => ({ ...before, keyTaken: true }));
      },
      { capture: true, signal },
    );
    void followDevices();
    return () => leaving.abort();
  }, [client, presser, round]);

  return {
    ...captured,
    again: () => {
      setCaptured(nothing);
      setRound((before) => before + 1);
    },
  };
};

/** A letter in a field is meant for the field, wherever on the page that is. */
const isTyping = (event: KeyboardEvent): boolean => event.target instanceof HTMLInputElement && event.target.type === 'text' && !event.ctrlKey && !event.altKey && event.key.length === 1;
