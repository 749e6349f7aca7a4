import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../main/contract/index.ts';
import { ForgetForGood } from '../shared/ForgetForGood.tsx';
import { usePeopleSelection } from './usePeople.ts';

/** Forgetting somebody everywhere. Files that were merged are one person, and go together; whoever thinks otherwise parts them first. */
export const ErasePerson = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('people');
  const { select } = usePeopleSelection();
  const { files, incidents } = person;
  return (
    <ForgetForGood
      open={t('erase.open')}
      title={t('erase.title')}
      text={t('erase.text')}
      erase={(client, reason) => client.person.erase({ person: person.id, reason, files: files.map(({ id }) => id) })}
      onErased={() => select('', { replace: true })}
    >
      {files.length > 1 && <Text>{t('erase.merged', { count: files.length })}</Text>}
      {incidents.length > 0 && <Text>{t('erase.records', { count: incidents.length })}</Text>}
    </ForgetForGood>
  );
};
