import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStation } from '../shared/connection/hooks.tsx';
import { formatTenths } from '../shared/locale.ts';
import { absoluteTime } from '../shared/time.ts';
import classes from './Channels.module.css';

const longest = 20;

/** What was sent by a channel of late, how it ended, and what the other end said. */
export const LastTries = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation(['channels', 'shared']);
  const client = useStation();
  const attempts = useQuery({ queryKey: ['attempts', id], queryFn: ({ signal }) => client.channel.attempts({ id }, { signal }), staleTime: 0, refetchInterval: 5_000 });
  if (attempts.data === undefined) return null;
  if (attempts.data.length === 0) return <Text c="dimmed">{t('noTries')}</Text>;
  return (
    <ul className={classes.tries} tabIndex={0} aria-label={t('lastTries')}>
      {attempts.data.slice(0, longest).map(({ startedAt, station, occasion, attempt, outcome, answer, duration }) => (
        <li key={`${startedAt} ${station} ${attempt}`} data-outcome={outcome}>
          <time dateTime={startedAt}>{absoluteTime(startedAt)}</time>, {station}. {t(`occasion.${occasion}`)}: <strong>{t(`try.${outcome}`)}</strong> ({t('shared:seconds', { seconds: formatTenths(duration / 1_000) })}). {answer}
        </li>
      ))}
    </ul>
  );
};
