import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SettingRow } from '../settings/SettingRow.tsx';

/** The way from the settings to data protection. */
export const DataProtectionSetting = () => {
  const { t } = useTranslation('protection');
  return (
    <SettingRow title={t('setting.title')} hint={t('setting.hint')} standard={t('setting.default')} source="site">
      <Button component={Link} href="/data-protection" variant="default">
        {t('setting.open')}
      </Button>
    </SettingRow>
  );
};
