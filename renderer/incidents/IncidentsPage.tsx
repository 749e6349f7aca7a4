import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { useMay } from '../shared/useSession.ts';
import { Records } from './Records.tsx';

/** `/records` and what lies under it: the list, and beside it a filed record, a draft or a call. */
export const IncidentsPage = () => {
  const { t } = useTranslation(['incidents', 'reports']);
  const mayReadReports = useMay('read-reports');
  const reports = mayReadReports && (
    <Button component={Link} href="/reports" variant="subtle" leftSection={<IconChartBar size={18} aria-hidden />}>
      {t('reports:title')}
    </Button>
  );
  return (
    <PrivatePage title={t('title')} actions={reports}>
      <Records />
    </PrivatePage>
  );
};
