import { useQuery } from '@tanstack/react-query';
import { proposedGesture } from '../../main/contract/index.ts';
import type { Purpose } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import type { GestureType } from './gestures.ts';

/** The gesture to begin with; the stricter one where the police hear of it by the plan. Until the plan is known it is one press. */
export const useProposal = (purpose: Purpose): GestureType => {
  const client = useStation();
  const plan = useQuery({ queryKey: ['plan'], queryFn: ({ signal }) => client.plan.get(undefined, { signal }) });
  const channels = useQuery({ queryKey: ['channels'], queryFn: ({ signal }) => client.channel.list(undefined, { signal }) });
  if (plan.data === undefined || channels.data === undefined) return 'press';
  return proposedGesture(purpose, plan.data, channels.data).type;
};
