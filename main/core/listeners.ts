import type { Log, Stop } from './environment.ts';
import { guard } from './guard.ts';

/** Those who want to hear of something. */
export interface Listeners<News> {
  readonly add: (listener: (news: News) => void) => Stop;
  readonly tell: (news: News) => void;
}

/** A listener that throws is logged and hinders neither the others nor whoever brings the news. */
export const createListeners = <News>(log: Log): Listeners<News> => {
  const listeners = new Set<(news: News) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (news) => {
      for (const listener of listeners) guard(log, 'a listener failed', () => listener(news));
    },
  };
};
