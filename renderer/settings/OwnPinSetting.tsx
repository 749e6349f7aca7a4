import { useTranslation } from 'react-i18next';
import { OwnPin } from '../shared/OwnPin.tsx';
import { SettingRow } from './SettingRow.tsx';

/** The PIN of whoever is signed in. */
export const OwnPinSetting = () => {
  const { t } = useTranslation('settings');
  return (
    <SettingRow wide title={t('ownPin.title')} hint={t('ownPin.hint')} source="site">
      <OwnPin />
    </SettingRow>
  );
};
