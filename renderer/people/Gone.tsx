import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** For an address that names nobody whom this desk may look up now. */
export const Gone = () => {
  const { t } = useTranslation('people');
  return (
    <div>
      <Text fw={600}>{t('gone')}</Text>
      <Text c="dimmed">{t('goneHint')}</Text>
    </div>
  );
};
