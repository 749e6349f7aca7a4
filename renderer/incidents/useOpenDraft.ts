import { useState } from 'react';
import type { Problem } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { readersLanguage } from '../shared/locale.ts';
import { useSelection } from './useSelection.ts';

interface OpenDraft {
  /** Opens the form: an empty one, or half filled from the alarm with this id. */
  readonly open: (alarm: string | null) => Promise<void>;
  /** The draft that was begun here last. */
  readonly begun: string | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

export const useOpenDraft = (): OpenDraft => {
  const { select } = useSelection();
  const [begun, setBegun] = useState<string | null>(null);
  const command = useCommand((client, alarm: string | null) => client.incident.openDraft({ alarm, language: readersLanguage() }));
  return {
    open: async (alarm) => {
      const asked = window.location.hash;
      const opened = await command.run(alarm);
      // Whoever went on to something else meanwhile, an open call say, is not led away from it; the draft stands in the list.
      if (!opened.ok || window.location.hash !== asked) return;
      setBegun(opened.value.id);
      select(`draft/${opened.value.id}`, { replace: alarm !== null });
    },
    begun,
    busy: command.busy,
    problem: command.problem,
  };
};
