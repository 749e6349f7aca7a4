import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RetentionState } from '../../main/contract/index.ts';
import { absoluteTime } from '../shared/time.ts';
import { useCounts } from './useWords.ts';

/** What the last night did, and whether the next one can. */
export const LastNight = ({ state: { last, drafts, waitsForClock } }: { readonly state: RetentionState }) => {
  const { t } = useTranslation('protection');
  const inWords = useCounts();
  const report = (): string => {
    if (last === null) return t('last.none');
    const at = absoluteTime(last.at);
    if (last.held > 0) return t('last.held', { at, count: last.held });
    if (last.erased === 0) return t('last.clean', { at });
    return t('last.erased', { at, counts: last.counts.length === 0 ? t('last.subjects', { count: last.erased }) : inWords(last.counts) });
  };
  return (
    <>
      <Text role="status">{report()}</Text>
      {drafts.map(({ station, at, erased }) => (
        <Text key={station}>{t('last.drafts', { station, at: absoluteTime(at), count: erased })}</Text>
      ))}
      {waitsForClock && <Text role="status">{t('last.clock')}</Text>}
    </>
  );
};
