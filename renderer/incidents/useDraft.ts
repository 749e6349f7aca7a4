import { useEffect, useState, useSyncExternalStore } from 'react';
import type { IncidentDraft } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { createDraftSaver, type DraftSaver, type SaveState } from './createDraftSaver.ts';

export type Report = IncidentDraft['report'];

export interface OpenDraft {
  readonly report: Report;
  readonly change: (part: Partial<Report>) => void;
  readonly state: SaveState;
  readonly saver: DraftSaver<Report>;
}

/**
 * A draft under the pen. What is typed here leads: states of the draft that come back from the station are not taken over.
 * Leaving the form, the field or the window saves at once.
 */
export const useDraft = (draft: IncidentDraft): OpenDraft => {
  const client = useStation();
  const [report, setReport] = useState(draft.report);
  const [saver] = useState(() =>
    createDraftSaver<Report>((value) =>
      client.incident.saveDraft({ id: draft.id, alarm: draft.alarm, report: value }).then(
        () => true,
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

  const change = (part: Partial<Report>): void => {
    const next = { ...report, ...part };
    setReport(next);
    saver.change(next);
  };
  return { report, change, state, saver };
};
