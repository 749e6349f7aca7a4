import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { isOverdue } from './dueWords.ts';
import classes from './Paperwork.module.css';
import { useFollowUps } from './useFollowUps.ts';

/** The way from the records to what is still to be done, with how much that is. */
export const FollowUpsLink = () => {
  const { t } = useTranslation('paperwork');
  const [location] = useLocation();
  const followUps = useFollowUps() ?? [];
  const overdue = followUps.filter((followUp) => isOverdue(followUp)).length;
  const counts = [...(followUps.length === 0 ? [] : [t('list.count', { count: followUps.length })]), ...(overdue === 0 ? [] : [t('list.overdue', { count: overdue })])];
  return (
    <Button component={Link} href="/records/follow-ups" variant={location === '/records/follow-ups' ? 'light' : 'default'} justify="flex-start" leftSection={<IconChecklist size={20} aria-hidden />} aria-current={location === '/records/follow-ups' ? 'page' : undefined}>
      {t('list.link')}
      {counts.length > 0 && <span className={classes.counts}>{counts.join(', ')}</span>}
    </Button>
  );
};
