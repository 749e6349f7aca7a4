import { useTranslation } from 'react-i18next';
import { absoluteTime, isBelievable } from './time.ts';

/** The time in a record, with a word beside it where it cannot be right: then the clock of the desk that wrote it stood wrong. */
export const useRecordedTime = (): ((moment: string) => string) => {
  const { t } = useTranslation('shared');
  return (moment) => (isBelievable(moment, new Date()) ? absoluteTime(moment) : t('unsureTime', { time: absoluteTime(moment) }));
};
