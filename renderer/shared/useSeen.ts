import { useEffect } from 'react';
import { useStation } from './connection/hooks.tsx';
import { problemOf } from './connection/problems.ts';
import { untilAnswered } from './untilAnswered.ts';

/** Ids of alarms that this window has told its station of. */
const told = new Set<string>();

/**
 * Tells the station, once an alarm, that a screen shows it: for whoever draws it. `shown` says whether it can really be seen now; a window
 * that is hidden behind others waits until it comes to the front.
 */
export const useSeen = (alarm: string, shown = true): void => {
  const client = useStation();
  useEffect(() => {
    if (!shown) return;
    const leaving = new AbortController();
    const look = (): void => {
      if (document.visibilityState !== 'visible' || told.has(alarm)) return;
      told.add(alarm);
      void untilAnswered((signal) => client.alarm.seen({ alarm }, { signal }), (error) => problemOf(error) !== null);
    };
    document.addEventListener('visibilitychange', look, { signal: leaving.signal });
    look();
    return () => leaving.abort();
  }, [client, alarm, shown]);
};
