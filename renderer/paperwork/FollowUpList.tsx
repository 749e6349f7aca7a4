import { Button, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ChoiceRow } from '../incidents/ChoiceRow.tsx';
import paper from '../incidents/Paper.module.css';
import { useSession } from '../shared/useSession.ts';
import { isOverdue } from './dueWords.ts';
import { FollowUpLine } from './FollowUpLine.tsx';
import classes from './Paperwork.module.css';
import { useFollowUps } from './useFollowUps.ts';

type Show = 'all' | 'mine' | 'overdue';

/** What is still to be done after all records: mine, or what should have been done by now. */
export const FollowUpList = () => {
  const { t } = useTranslation(['paperwork', 'incidents']);
  const followUps = useFollowUps();
  const self = useSession()?.staff?.id;
  const [show, setShow] = useState<Show>('all');
  if (followUps === undefined) return <Text c="dimmed">{t('incidents:loading')}</Text>;
  const shown = followUps.filter((followUp) => show === 'all' || (show === 'mine' ? followUp.owner.staff !== null && followUp.owner.staff === self : isOverdue(followUp)));
  return (
    <article className={paper.paper}>
      <header className={paper.head}>
        <h2 className={paper.title}>{t('list.title')}</h2>
        <p className={paper.byline}>{t('list.explanation')}</p>
      </header>
      <Radio.Group label={t('list.show')} value={show}>
        <ChoiceRow choices={['all', 'mine', 'overdue']} label={(choice) => t(`list.shows.${choice}`)} onChoose={setShow} />
      </Radio.Group>
      <Text role="status" c="dimmed">
        {shown.length === 0 && t(`list.empty.${show}`)}
      </Text>
      <ul className={classes.list}>
        {shown.map((followUp) => (
          <FollowUpLine key={`${followUp.incident} ${followUp.id}`} incident={followUp.incident} followUp={followUp}>
            <div>
              <Button component={Link} href={`/records/incident/${followUp.incident}`} variant="subtle" mod="flush" aria-label={t('list.openRecord', { title: followUp.title })}>
                {followUp.title}
              </Button>
            </div>
          </FollowUpLine>
        ))}
      </ul>
    </article>
  );
};
