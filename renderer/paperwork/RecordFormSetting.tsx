import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SettingRow } from '../settings/SettingRow.tsx';

/** The way from the settings to what records ask for. */
export const RecordFormSetting = () => {
  const { t } = useTranslation('paperwork');
  return (
    <SettingRow title={t('form.setting.title')} hint={t('form.setting.hint')} standard={t('form.setting.default')} source="site">
      <Button component={Link} href="/record-form" variant="default">
        {t('form.setting.open')}
      </Button>
    </SettingRow>
  );
};
