import { useQuery } from '@tanstack/react-query';
import type { ProcedureDraft } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';

export const draftsKey = ['procedure drafts'] as const;

/** What is being written on this desk; undefined until the station said so. */
export const useDrafts = (): readonly ProcedureDraft[] | undefined => {
  const client = useStation();
  return useQuery({ queryKey: draftsKey, queryFn: ({ signal }) => client.procedure.drafts(undefined, { signal }), staleTime: 0, refetchOnMount: 'always' }).data;
};
