import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';

export const SettingsPage = () => {
  const { t } = useTranslation('settings');
  return <PrivatePage title={t('title')}>{null}</PrivatePage>;
};
