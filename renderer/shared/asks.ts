import { useEffect, useEffectEvent, useRef } from 'react';
import { blank } from './blank.ts';
import { useDesk } from './useDesk.ts';

const asking = new EventTarget();

/** Opens the service notes at the right page; nothing private stays over them. */
const askChecklist = (): void => {
  blank();
  asking.dispatchEvent(new Event('checklist'));
};

/** Runs when somebody asked for the checklist. */
export const useChecklistAsked = (open: () => void): void => {
  const onAsked = useEffectEvent(open);
  useEffect(() => {
    const listener = (): void => onAsked();
    asking.addEventListener('checklist', listener);
    return () => asking.removeEventListener('checklist', listener);
  }, []);
};

/** Follows what a pedal or a key asks the window for: the plain noticeboard, or the checklist. */
export const useAsks = (): void => {
  const desk = useDesk();
  useAsked(desk?.blankAskedAt, blank);
  useAsked(desk?.checklistAskedAt, askChecklist);
};

/** Runs when the moment is newer than the one this window knew; undefined: not known yet. */
const useAsked = (askedAt: string | null | undefined, run: () => void): void => {
  const known = useRef<string | null>(undefined);
  const onAsked = useEffectEvent(run);
  useEffect(() => {
    if (askedAt === undefined) return;
    const newer = isNewer(askedAt, known.current);
    // A station that was restarted has forgotten what it was asked.
    known.current = askedAt ?? known.current ?? null;
    if (newer) onAsked();
  }, [askedAt]);
};

/** What was asked before this window opened is over: it knows nothing older than what it saw first. */
export const isNewer = (askedAt: string | null, known: string | null | undefined): boolean => askedAt !== null && known !== undefined && (known === null || askedAt > known);
