import { useTranslation } from 'react-i18next';

/** Names whoever did something: the person and the desk, or the desk alone where nobody was signed in. */
export const useWho = (): ((by: { readonly station: string; readonly staff: string | null }) => string) => {
  const { t } = useTranslation('incidents');
  return ({ station, staff }) => (staff === null ? station : t('who', { staff, station }));
};
