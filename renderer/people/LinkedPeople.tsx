import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import paper from '../incidents/Paper.module.css';
import { useCommand, useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { ChoosePerson } from './ChoosePerson.tsx';
import classes from './People.module.css';
import { useCalled, usePeople, useReader } from './usePeople.ts';

/** On a record: the files on people that it is linked to, as far as the reader may know of them. */
export const LinkedPeople = ({ incident }: { readonly incident: string }) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const called = useCalled();
  const list = usePeople();
  const [choosing, setChoosing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  /** What was chosen in is gone then, and the keys must not be lost with it. */
  const close = (): void => {
    setChoosing(false);
    opener.current?.focus();
  };
  const people = useQuery({ queryKey: ['people', reader, 'of', incident], queryFn: ({ signal }) => client.person.ofIncident({ incident }, { signal }), enabled: list !== undefined, placeholderData: (before) => before });
  const link = useCommand((station, person: string) => station.person.link({ person, incident }));
  if (list === undefined || people.data === undefined) return null;
  const { rights } = list;
  return (
    <section className={paper.section}>
      <h3>{t('linked.title')}</h3>
      {people.data.length === 0 && <Text c="dimmed">{t('linked.none')}</Text>}
      <div className={paper.buttons}>
        {people.data.map(({ id, names }) => (
          <Button key={id} component={Link} href={`/people/${rights.includes('read-files') ? 'file' : 'card'}/${id}`} variant="default" aria-label={t('linked.open', { name: called(names) })}>
            {called(names)}
          </Button>
        ))}
        {rights.includes('read-files') &&
          people.data.map(({ id, names }) => (
            <Button key={`with ${id}`} component={Link} href={`/records/with/${id}`} variant="subtle">
              {t('linked.others', { name: called(names) })}
            </Button>
          ))}
        {rights.includes('write-files') && (
          <Button ref={opener} variant="subtle" mod={{ flush: people.data.length === 0 }} aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {t('linked.link')}
          </Button>
        )}
        {rights.includes('hand-in-files') && (
          <Button component={Link} href={`/people/begin/${incident}`} variant="subtle" mod={{ flush: people.data.length === 0 && !rights.includes('write-files') }}>
            {t('linked.establish')}
          </Button>
        )}
      </div>
      {choosing && (
        <div className={classes.form} role="group" aria-label={t('linked.link')}>
          <ChoosePerson without={people.data.map(({ id }) => id)} onChoose={(person) => void link.run(person).then(({ ok }) => ok && close())} />
          <ProblemNote problem={link.problem} />
          <div>
            <Button variant="default" onClick={close}>
              {t('file.cancel')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
};
