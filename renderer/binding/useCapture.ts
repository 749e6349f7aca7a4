import { useEffect, useEffectEvent, useState } from 'react';
import type { Device, Trigger } from '../../main/contract/index.ts';
import { usePresser, useStation } from '../shared/connection/hooks.tsx';
import { chooseKey } from './keyChoice.ts';

/** What was pressed, and what whoever binds it must know. */
export interface Found {
  readonly trigger: Trigger;
  readonly caution: string | null;
}

/** What "press it now" sees meanwhile. */
export interface Listening {
  /** Null until the station has looked. */
  readonly devices: readonly Device[] | null;
  /** The device that is pressed and not yet let go. */
  readonly held: Device | null;
  /** The last key cannot be bound. */
  readonly keyTaken: boolean;
}

const nothing: Listening = { devices: null, held: null, keyTaken: false };
const pauseAfterFailure = 1_000;

/** Waits for one press of any device, or of a suitable key where `keys` says so, as long as it is mounted and until there is one. */
export const useCapture = (keys: boolean, onFound: (found: Found) => void): Listening => {
  const client = useStation();
  const presser = usePresser();
  const [listening, setListening] = useState<Listening>(nothing);
  const tell = useEffectEvent(onFound);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const finish = (found: Found): void => {
      leaving.abort();
      tell(found);
    };
    const change = (seen: Partial<Listening>): void => setListening((before) => ({ ...before, ...seen }));

    const followDevices = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          for await (const seen of await client.trigger.capture(undefined, { signal })) {
            if (signal.aborted) return;
            if (seen.step === 'waiting') change({ devices: seen.devices });
            if (seen.step === 'pressed') change({ held: seen.device });
            if (seen.step === 'released') finish({ trigger: { type: 'device', device: seen.device.match, element: seen.element, name: seen.name }, caution: seen.device.caution });
          }
        } catch {
          // The station was lost, or stopped the capture: it is asked again below.
        }
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFailure));
      }
    };
    const resumeKeys = presser.pauseKeys();
    signal.addEventListener('abort', resumeKeys);
    const listener = (event: KeyboardEvent): void => {
      const choice = chooseKey(event);
      if (!keys || choice.type === 'waiting' || isTyping(event)) return;
      event.preventDefault();
      if (choice.type === 'chosen') finish({ trigger: { type: 'key', key: choice.key }, caution: null });
      else change({ keyTaken: true });
    };
    window.addEventListener('keydown', listener, { capture: true, signal });
    void followDevices();
    return () => leaving.abort();
  }, [client, presser, keys]);

  return listening;
};

/** A letter in a field is meant for the field, wherever on the page that is. */
const isTyping = (event: KeyboardEvent): boolean => event.target instanceof HTMLInputElement && event.target.type === 'text' && !event.ctrlKey && !event.altKey && event.key.length === 1;
