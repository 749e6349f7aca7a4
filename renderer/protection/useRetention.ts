import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Retention, RetentionPreview, RetentionState } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';

/** How long the site keeps what, and what the last night did. */
export const useRetention = (): { readonly state: RetentionState | undefined; readonly readAgain: () => Promise<void> } => {
  const client = useStation();
  const queries = useQueryClient();
  const state = useQuery({ queryKey: ['retention', 'state'], queryFn: ({ signal }) => client.retention.get(undefined, { signal }), staleTime: 0 });
  return { state: state.data, readAgain: () => queries.invalidateQueries({ queryKey: ['retention'] }) };
};

/** What these settings would erase. */
export const useRetentionPreview = (settings: Retention): UseQueryResult<RetentionPreview> => {
  const client = useStation();
  return useQuery({ queryKey: ['retention', 'preview', settings], queryFn: ({ signal }) => client.retention.preview(settings, { signal }), staleTime: 0, gcTime: 0 });
};
