import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDraft, ShownPersonDraft } from '../../main/contract/index.ts';
import { createDraftSaver, type DraftSaver, type SaveState } from '../shared/createDraftSaver.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { useSaver } from '../shared/useSaver.ts';
import { personDraftsKey } from './usePersonDrafts.ts';

export type FileDraft = Omit<PersonDraft, 'savedAt'>;

/** A file under the pen: what is typed here leads. */
export const useFileDraft = ({ savedAt: _savedAt, leftBy: _leftBy, ...draft }: ShownPersonDraft): { readonly file: FileDraft; readonly change: (part: Partial<FileDraft>) => void; readonly state: SaveState; readonly saver: DraftSaver<FileDraft> } => {
  const client = useStation();
  const queries = useQueryClient();
  const { saver, state } = useSaver(`person/${draft.id}`, () =>
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
  const [file, setFile] = useState<FileDraft>(() => saver.unsaved() ?? draft);

  const change = (part: Partial<FileDraft>): void => {
    const next = { ...file, ...part };
    setFile(next);
    saver.change(next);
  };
  return { file, change, state, saver };
};
