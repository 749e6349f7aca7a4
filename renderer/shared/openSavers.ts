import type { DraftSaver } from './createDraftSaver.ts';

/**
 * What saves drafts, by draft, for as long as something of one is not on the disk of this desk: also when its form is gone, since the page was blanked, somebody signed out, or the station
 * was away. Whoever opens the form again finds the newest words, and not those that were saved last.
 */
export interface OpenSavers {
  /** The one that still has something to save, or a new one. */
  readonly open: <Value>(draft: string, create: () => DraftSaver<Value>) => DraftSaver<Value>;
  /** Its form stands open, or was left; then it saves at once. */
  readonly hold: (draft: string, saver: Flushing) => void;
  readonly leave: (draft: string, saver: Flushing) => Promise<void>;
  /** Saves all that is not saved yet, now. Ends when it was tried. */
  readonly flush: () => Promise<void>;
}

type Flushing = Pick<DraftSaver<unknown>, 'flush' | 'unsaved'>;

export const createOpenSavers = (): OpenSavers => {
  const saversByDraft = new Map<string, Flushing>();
  return {
    // The key names the kind of draft: each is used with one type of value only.
    open: <Value>(draft: string, create: () => DraftSaver<Value>) => (saversByDraft.get(draft) as DraftSaver<Value> | undefined) ?? create(),
    hold: (draft, saver) => void saversByDraft.set(draft, saver),
    leave: async (draft, saver) => {
      await saver.flush();
      if (saver.unsaved() === null && saversByDraft.get(draft) === saver) saversByDraft.delete(draft);
    },
    flush: async () => void (await Promise.all([...saversByDraft.values()].map((saver) => saver.flush()))),
  };
};
