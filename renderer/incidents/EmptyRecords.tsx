import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Before the first record: why there will be some, and that the button above begins one. */
export const EmptyRecords = () => {
  const { t } = useTranslation('incidents');
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {t('empty.title')}
      </Title>
      <Text c="dimmed">{t('empty.text')}</Text>
    </div>
  );
};
