import type { ProcedureDraft } from '../../contract/procedure.ts';
import type { StationContext } from '../context.ts';

/** What administrators are writing at this station. */
export interface ProcedureDrafts {
  readonly list: () => readonly ProcedureDraft[];
  readonly save: (draft: Omit<ProcedureDraft, 'savedAt'>) => ProcedureDraft;
  readonly discard: (procedure: string) => void;
}

export const createProcedureDrafts = ({ ledger, clock }: StationContext): ProcedureDrafts => {
  const { procedureDrafts } = ledger.local;
  return {
    list: procedureDrafts.list,
    save: (draft) => {
      const saved = { ...draft, savedAt: new Date(clock.now()).toISOString() };
      procedureDrafts.save(saved);
      return saved;
    },
    discard: procedureDrafts.drop,
  };
};
