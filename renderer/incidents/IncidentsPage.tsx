import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';

export const IncidentsPage = () => {
  const { t } = useTranslation('incidents');
  return <PrivatePage title={t('title')}>{null}</PrivatePage>;
};
