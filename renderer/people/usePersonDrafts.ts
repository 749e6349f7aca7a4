import { useQuery } from '@tanstack/react-query';
import type { PersonList, ShownPersonDraft } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { useReader } from './usePeople.ts';

export const personDraftsKey = ['person-drafts'];

/** The drafts of whoever is signed in; undefined until the station said so. */
export const usePersonDrafts = (list: PersonList | undefined): readonly ShownPersonDraft[] | undefined => {
  const client = useStation();
  const reader = useReader();
  const mayBegin = list?.rights.includes('hand-in-files') === true;
  const drafts = useQuery({ queryKey: [...personDraftsKey, reader], queryFn: ({ signal }) => client.person.drafts(undefined, { signal }), enabled: mayBegin, refetchOnMount: 'always' });
  if (list === undefined) return undefined;
  return mayBegin ? drafts.data : [];
};
