import { Button } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import paperwork from '../paperwork/Paperwork.module.css';
import { filesToDecide } from './filesToDecide.ts';
import { usePeople } from './usePeople.ts';

/** Asks whoever decides on files to look at those that wait, where they come by anyway: on the page of records. Nothing where none does, or for others. */
export const FilesToDecideLink = () => {
  const { t } = useTranslation('people');
  const list = usePeople();
  if (list === undefined || !list.rights.includes('decide-on-files')) return null;
  const { waiting, due, late } = filesToDecide(list.people);
  const counts = [...(waiting === 0 ? [] : [t('decide.waiting', { count: waiting })]), ...(due === 0 ? [] : [t('decide.due', { count: due })]), ...(late === 0 ? [] : [t('decide.late', { count: late })])];
  if (counts.length === 0) return null;
  return (
    <Button component={Link} href="/people" variant="default" justify="flex-start" classNames={{ root: paperwork.prompt ?? '', label: paperwork.promptWords ?? '' }} leftSection={<IconUserSearch size={20} aria-hidden />}>
      {t('decide.link')}
      <span className={paperwork.counts}>{counts.join(', ')}</span>
    </Button>
  );
};
