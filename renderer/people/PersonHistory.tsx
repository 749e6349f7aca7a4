import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { absoluteTime } from '../shared/time.ts';
import classes from './People.module.css';
import { useWho } from './usePeople.ts';

/** Every change with its author, the newest first; and every look, where it is asked for. */
export const PersonHistory = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('people');
  const who = useWho();
  const queries = useQueryClient();
  const [looksOpen, setLooksOpen] = useState(false);
  const toggleLooks = (): void => {
    // A look changes nothing in the file, so nobody is told of it: it is asked for.
    if (!looksOpen) void queries.invalidateQueries({ queryKey: ['people'] });
    setLooksOpen(!looksOpen);
  };
  return (
    <>
      <section className={paper.section}>
        <h3>{t('file.history')}</h3>
        <ol className={paper.list}>
          {person.history.toReversed().map((entry, index) => (
            <li key={`${entry.at} ${index}`} className={paper.moment}>
              <span>
                {who(entry)} {t(`happened.${entry.what}`)}
                {entry.text !== '' && `: ${entry.text}`}
              </span>
              <time dateTime={entry.at}>{absoluteTime(entry.at)}</time>
            </li>
          ))}
        </ol>
      </section>
      <section className={paper.section}>
        <div className={classes.head}>
          <h3>{t('file.looks')}</h3>
          <Button variant="subtle" aria-expanded={looksOpen} aria-label={`${looksOpen ? t('file.hide') : t('file.show')}: ${t('file.looks')}`} onClick={toggleLooks}>
            {looksOpen ? t('file.hide') : t('file.show')}
          </Button>
        </div>
        <Text c="dimmed">{t('file.looksCount', { count: person.looks.count })}</Text>
        {looksOpen && (
          <ol className={paper.list}>
            {person.looks.newest.map((look, index) => (
              <li key={`${look.at} ${index}`} className={paper.moment}>
                <span>{t(`file.look.${look.what}`, { who: who(look) })}</span>
                <time dateTime={look.at}>{absoluteTime(look.at)}</time>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
};
