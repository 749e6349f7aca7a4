import { useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import type { Problem } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { monthsAfter, today } from './days.ts';
import { personDraftsKey } from './usePersonDrafts.ts';
import { usePeopleSelection } from './usePeople.ts';

/** Begins a new file, from a record or from nothing, and goes to its form. */
export const useBeginFile = (): { readonly begin: (incident: string | null) => void; readonly busy: boolean; readonly problem: Problem | null } => {
  const { select } = usePeopleSelection();
  const queries = useQueryClient();
  const save = useCommand((client, incident: string | null) => client.person.saveDraft({ id: v7(), names: [''], description: '', before: '', marker: '', reviewOn: monthsAfter(today(), 3), incident }));
  return {
    begin: (incident) => {
      // Pressed twice it begins one.
      if (save.busy) return;
      void save.run(incident).then(async (begun) => {
        if (!begun.ok) return;
        await queries.invalidateQueries({ queryKey: personDraftsKey });
        // From a record it came through an address of its own, which begins another file whenever one comes back to it.
        select(`draft/${begun.value.id}`, { replace: incident !== null });
      });
    },
    busy: save.busy,
    problem: save.problem,
  };
};
