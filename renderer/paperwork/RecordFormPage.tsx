import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { RecordFormEditor } from './RecordFormEditor.tsx';
import { useRecordForm } from './useRecordForm.ts';

/** What the site asks for in its records, for whoever may change it. */
export const RecordFormPage = () => {
  const { t } = useTranslation('paperwork');
  return (
    <PrivatePage title={t('form.title')} needs="change-record-form">
      <Loaded />
    </PrivatePage>
  );
};

const Loaded = () => {
  const { t } = useTranslation('incidents');
  const form = useRecordForm();
  return form === undefined ? <Text c="dimmed">{t('loading')}</Text> : <RecordFormEditor known={form} />;
};
