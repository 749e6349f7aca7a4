import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';

export const TrainingPage = () => {
  const { t } = useTranslation('settings');
  return <PrivatePage title={t('title')}>{null}</PrivatePage>;
};
