import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { createDraftSaver } from '../shared/createDraftSaver.ts';
import type { SaveState } from '../shared/createDraftSaver.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { change, redo, startHistory, undo } from './history.ts';
import type { History } from './history.ts';
import type { Document } from './outline.ts';
import { draftsKey } from './useDrafts.ts';

/** A procedure under the pen. */
export interface WrittenProcedure {
  readonly document: Document;
  /** `touched`: what letters that follow one another are typed into. */
  readonly write: (next: Document, touched?: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly basedOn: string | null;
  /** What was published meanwhile was seen: the draft goes on from there. */
  readonly rebase: (edition: string) => void;
  /** It was published or dropped: from now on it is as it stands. */
  readonly settle: (document: Document, edition: string | null) => Promise<void>;
  /** Something was written that is not published. */
  readonly edited: boolean;
  readonly state: SaveState;
}

interface Written {
  readonly history: History<Document>;
  readonly basedOn: string | null;
  readonly edited: boolean;
}

type Move = { readonly do: 'write'; readonly next: Document; readonly touched: string | null } | { readonly do: 'undo' | 'redo' } | { readonly do: 'rebase'; readonly edition: string } | { readonly do: 'settle'; readonly document: Document; readonly edition: string | null };

const reduce = (written: Written, move: Move): Written => {
  switch (move.do) {
    case 'write':
      return { ...written, edited: true, history: change(written.history, move.next, move.touched) };
    case 'undo':
      return { ...written, edited: true, history: undo(written.history) };
    case 'redo':
      return { ...written, edited: true, history: redo(written.history) };
    case 'rebase':
      return { ...written, edited: true, basedOn: move.edition };
    case 'settle':
      return { history: startHistory(move.document), basedOn: move.edition, edited: false };
  }
};

/** Every change is kept on this desk by itself. Leaving the page, or blanking it, loses nothing. */
export const useProcedureDraft = (start: { readonly document: Document; readonly basedOn: string | null; readonly isDraft: boolean }): WrittenProcedure => {
  const client = useStation();
  const queries = useQueryClient();
  const [{ history, basedOn, edited }, move] = useReducer(reduce, { history: startHistory(start.document), basedOn: start.basedOn, edited: start.isDraft });
  const [saver, setSaver] = useState(() => createSaver());
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  function createSaver() {
    return createDraftSaver<{ readonly document: Document; readonly basedOn: string | null }>((draft) =>
      client.procedure.saveDraft(draft).then(
        () => true,
        () => false,
      ),
    );
  }

  useEffect(() => {
    if (edited) saver.change({ document: history.present, basedOn });
  }, [saver, history.present, basedOn, edited]);

  useEffect(() => {
    const flush = (): void => void saver.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      void saver.flush().then(() => queries.invalidateQueries({ queryKey: draftsKey }));
    };
  }, [saver, queries]);

  return {
    document: history.present,
    write: (next, touched) => move({ do: 'write', next, touched: touched ?? null }),
    undo: history.past.length === 0 ? null : () => move({ do: 'undo' }),
    redo: history.future.length === 0 ? null : () => move({ do: 'redo' }),
    basedOn,
    rebase: (edition) => move({ do: 'rebase', edition }),
    settle: async (document, edition) => {
      saver.stop();
      await client.procedure.discardDraft({ procedure: document.id }).catch(() => undefined);
      await queries.invalidateQueries({ queryKey: draftsKey });
      setSaver(createSaver());
      move({ do: 'settle', document, edition });
    },
    edited,
    state,
  };
};
