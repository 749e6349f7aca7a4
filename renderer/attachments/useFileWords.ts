import { useTranslation } from 'react-i18next';
import { formatTenths } from '../shared/locale.ts';

interface FileWords {
  /** The person and the desk, or the desk alone where nobody was signed in. */
  readonly who: (by: { readonly station: string; readonly staff: string | null }) => string;
  readonly size: (bytes: number) => string;
}

export const useFileWords = (): FileWords => {
  const { t } = useTranslation('attachments');
  return {
    who: ({ station, staff }) => (staff === null ? station : t('who', { staff, station })),
    size: (bytes) => (bytes < 1_000_000 ? t('size.kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) }) : t('size.megabytes', { size: formatTenths(bytes / 1_000_000) })),
  };
};
