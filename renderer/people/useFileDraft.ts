import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PersonDraft, ShownPersonDraft } from '../../main/contract/index.ts';
import { createDraftSaver, type DraftSaver, type SaveState } from '../incidents/createDraftSaver.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { personDraftsKey } from './usePersonDrafts.ts';

export type FileDraft = Omit<PersonDraft, 'savedAt'>;

/** A file under the pen: what is typed here leads. Leaving the form, the field or the window saves at once. */
export const useFileDraft = ({ savedAt: _savedAt, leftBy: _leftBy, ...draft }: ShownPersonDraft): { readonly file: FileDraft; readonly change: (part: Partial<FileDraft>) => void; readonly state: SaveState; readonly saver: DraftSaver<FileDraft> } => {
  const client = useStation();
  const queries = useQueryClient();
  const [file, setFile] = useState<FileDraft>(draft);
  const [saver] = useState(() =>
    createDraftSaver<FileDraft>((value) =>
      client.person.saveDraft(value).then(
        () => {
          // Its line in the list follows.
          void queries.invalidateQueries({ queryKey: personDraftsKey });
          return true;
        },
        () => false,
      ),
    ),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  useEffect(() => {
    const flush = (): void => void saver.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [saver]);

  const change = (part: Partial<FileDraft>): void => {
    const next = { ...file, ...part };
    setFile(next);
    saver.change(next);
  };
  return { file, change, state, saver };
};
