import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PersonList, PersonLine } from '../../main/contract/index.ts';
import { useStation, useWatch } from '../shared/connection/hooks.tsx';
import { useSession } from '../shared/useSession.ts';

/** What was read of files is kept apart by who read it: the next one to sign in at this window may know of others. */
export const useReader = (): string => useSession()?.staff?.id ?? '';

/** What the person signed in may do, and whom they may know of; undefined until the station said so. Whatever was read of files is read again when it changes. */
export const usePeople = (): PersonList | undefined => {
  const queries = useQueryClient();
  const list = useWatch(`people of ${useReader()}`, (client, signal) => client.person.watchList(undefined, { signal }));
  useEffect(() => void queries.invalidateQueries({ queryKey: ['people'] }), [list, queries]);
  return list;
};

/** Where there are more files than the list holds, the station is asked for what is typed. */
export const useFoundPeople = (query: string, list: PersonList | undefined): readonly PersonLine[] => {
  const client = useStation();
  const reader = useReader();
  const text = query.trim();
  const found = useQuery({ queryKey: ['people', reader, 'found', text], queryFn: ({ signal }) => client.person.find({ text }, { signal }), enabled: list?.more === true && text !== '' });
  if (list === undefined) return [];
  const known = new Set(list.people.map(({ id }) => id));
  return [...list.people, ...(found.data ?? []).filter(({ id }) => !known.has(id))];
};

const base = '/people';

/** What is chosen stands in the address, so that going back and links from elsewhere work. */
export const usePeopleSelection = (): { readonly selectedKey: string; readonly select: (key: string, how?: { readonly replace: boolean }) => void } => {
  const [location, navigate] = useLocation();
  return {
    selectedKey: location.startsWith(`${base}/`) ? location.slice(base.length + 1) : '',
    select: (key, how) => navigate(key === '' ? base : `${base}/${key}`, how),
  };
};

/** Names whoever did something: the person and the desk, or the desk alone where nobody was signed in. */
export const useWho = (): ((by: { readonly station: string; readonly staff: string | null }) => string) => {
  const { t } = useTranslation('people');
  return ({ station, staff }) => (staff === null ? station : t('who', { staff, station }));
};

/** How a person is called in a heading. */
export const useCalled = (): ((names: readonly string[]) => string) => {
  const { t } = useTranslation('people');
  return ([first]) => first ?? t('noName');
};
