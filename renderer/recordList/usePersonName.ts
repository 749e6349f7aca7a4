import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useReader } from '../people/usePeople.ts';
import { useStation } from '../shared/connection/hooks.tsx';

/** How somebody on file is called, for whoever may know of them. */
export const usePersonName = (person: string | null): string => {
  const { t } = useTranslation('recordList');
  const client = useStation();
  const reader = useReader();
  const people = useQuery({ queryKey: ['people', reader, 'chosen', ''], queryFn: ({ signal }) => client.person.find({ text: '' }, { signal }), enabled: person !== null });
  const found = people.data?.find(({ id }) => id === person);
  return found?.names[0] ?? (found?.description.slice(0, 40) || t('somebody'));
};
