import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBlobAddress } from '../attachments/useBlobAddress.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import classes from './People.module.css';
import { useReader } from './usePeople.ts';

/** The one picture that a desk is shown. Not kept once nobody looks. */
export const CardPhoto = ({ person, photo, name }: { readonly person: string; readonly photo: string; readonly name: string }) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const read = useQuery({
    queryKey: ['people', reader, 'photo', photo],
    queryFn: async ({ signal }) => {
      const { type, bytes } = await client.person.cardPhoto({ person }, { signal });
      return new Blob([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], { type });
    },
    gcTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? 5000 : false),
  });
  const address = useBlobAddress(read.data);
  if (address !== undefined) return <img className={classes.photo} src={address} alt={t('photo.of', { name })} />;
  return read.isError ? <Text c="dimmed">{t('photo.onItsWay')}</Text> : null;
};
