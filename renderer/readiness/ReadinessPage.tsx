import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';

export const ReadinessPage = () => {
  const { t } = useTranslation('readiness');
  return <PrivatePage title={t('title')}>{null}</PrivatePage>;
};
