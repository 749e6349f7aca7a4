import { useQuery } from '@tanstack/react-query';
import type { FollowUpOwner, Staff } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';

/** Who can be given something to do. */
export const useStaffNames = (): readonly Staff[] => {
  const client = useStation();
  return useQuery({ queryKey: ['people', 'list'], queryFn: ({ signal }) => client.staff.list(undefined, { signal }), staleTime: 60_000 }).data ?? [];
};

/** Whoever is meant by a name that was typed: one of the staff, or somebody else. */
export const ownerCalled = (name: string, staff: readonly Staff[]): FollowUpOwner => ({ staff: staff.find((member) => member.name.toLowerCase() === name.trim().toLowerCase())?.id ?? null, name });
