import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SettingRow } from './SettingRow.tsx';

/** The way to the list of who changed what. */
export const AuditLink = () => {
  const { t } = useTranslation('settings');
  return (
    <SettingRow title={t('auditLink.title')} hint={t('auditLink.hint')}>
      <Button component={Link} href="/audit" variant="default">
        {t('auditLink.open')}
      </Button>
    </SettingRow>
  );
};
