import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { absoluteTime } from '../shared/time.ts';
import classes from './People.module.css';

/** The records that this person was part of; linking is done at the record. */
export const LinkedRecords = ({ person, mayWrite }: { readonly person: Person; readonly mayWrite: boolean }) => {
  const { t } = useTranslation('people');
  const unlink = useCommand((client, incident: string) => client.person.unlink({ person: person.id, incident }));
  return (
    <section className={paper.section}>
      <h3>{t('file.records')}</h3>
      {person.incidents.length === 0 && <Text c="dimmed">{t('file.noRecords')}</Text>}
      <ProblemNote problem={unlink.problem} />
      {person.incidents.length > 1 && (
        <div>
          <Button component={Link} href={`/records/with/${person.id}`} variant="default">
            {t('file.listRecords')}
          </Button>
        </div>
      )}
      {person.incidents.map(({ id, title, filedAt }) => (
        <div key={id} className={classes.line}>
          <Button component={Link} href={`/records/incident/${id}`} variant="subtle" mod="flush" aria-label={t('file.openRecord', { title })}>
            {title}
          </Button>
          <Text c="dimmed" size="sm">
            {absoluteTime(filedAt)}
          </Text>
          {mayWrite && (
            <Button variant="subtle" aria-label={t('file.unlinkFrom', { title })} loading={unlink.busy} onClick={() => void unlink.run(id)}>
              {t('file.unlink')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
};
