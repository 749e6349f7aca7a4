import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';

/** The charts are read when somebody opens the page: no desk waits for them at its start. */
const Reports = lazy(async () => ({ default: (await import('./Reports.tsx')).Reports }));

/** `/reports`, for supervisors, administrators and auditors. */
export const ReportsPage = () => {
  const { t } = useTranslation('reports');
  return (
    <PrivatePage title={t('title')} needs="read-reports">
      <Suspense fallback={<Text c="dimmed">{t('loading')}</Text>}>
        <Reports />
      </Suspense>
    </PrivatePage>
  );
};
