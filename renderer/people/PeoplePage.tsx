import { useTranslation } from 'react-i18next';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { People } from './People.tsx';

/** `/people` and what lies under it. What it shows of whom is decided by the station. */
export const PeoplePage = () => {
  const { t } = useTranslation('people');
  return (
    <PrivatePage title={t('title')}>
      <People />
    </PrivatePage>
  );
};
