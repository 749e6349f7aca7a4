import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../main/contract/index.ts';
import { dayInWords } from '../people/days.ts';
import { aboutParts } from './aboutParts.ts';

/** What an entry is about, in the reader's words. */
export const useAboutWords = (): ((entry: Pick<AuditEntry, 'action' | 'about'>) => string) => {
  const { t } = useTranslation('audit');
  return (entry) => {
    const about = aboutParts(entry);
    switch (about.what) {
      case 'records':
        return t('abouts.records', { format: about.format, count: about.count });
      case 'report':
        return t('abouts.report', { format: about.format, months: about.months });
      case 'kind':
        return t(`abouts.kind.${about.kind}`);
      case 'day':
        return dayInWords(about.day);
      case 'version':
        return t('abouts.version', { name: about.name, version: about.version });
      case 'name':
        return about.name;
    }
  };
};
