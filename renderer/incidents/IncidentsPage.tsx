import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { Records } from './Records.tsx';

/** `/records` and what lies under it: the list, and beside it a filed record, a draft or a call. */
export const IncidentsPage = () => {
  const { t } = useTranslation('incidents');
  return (
    <PrivatePage title={t('title')}>
      <Records />
    </PrivatePage>
  );
};
