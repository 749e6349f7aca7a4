import { useState } from 'react';
import type { IncidentDraft } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import { createDraftSaver, type DraftSaver, type SaveState } from '../shared/createDraftSaver.ts';
import { useSaver } from '../shared/useSaver.ts';
import { hear, takeUp, write, type DraftPen, type Report } from './draftPen.ts';

export interface OpenDraft {
  readonly report: Report;
  readonly change: (part: Partial<Report>) => void;
  readonly state: SaveState;
  readonly saver: DraftSaver<DraftPen>;
}

/** A draft under the pen. What is typed here leads; what is typed into another window of this desk is taken over beside it. */
export const useDraft = (draft: IncidentDraft): OpenDraft => {
  const client = useStation();
  const { saver, state } = useSaver(`incident/${draft.id}`, () => {
    const created = createDraftSaver<DraftPen>(({ report, own }) =>
      client.incident.saveDraft({ id: draft.id, alarm: draft.alarm, report, parts: [...own] }).then(
        () => true,
        (error: unknown) => {
          // Filed or erased meanwhile: it is never taken again.
          if (problemOf(error)?.type === 'InputInvalid') created.stop();
          return false;
        },
      ),
    );
    return created;
  });
  const [pen, setPen] = useState(() => hear(saver.unsaved() ?? takeUp(draft.report), draft.report));
  const [heard, setHeard] = useState(draft.report);
  if (heard !== draft.report) {
    setHeard(draft.report);
    setPen(hear(pen, draft.report));
  }

  const change = (part: Partial<Report>): void => {
    const next = write(pen, part);
    setPen(next);
    saver.change(next);
  };
  return { report: pen.report, change, state, saver };
};
