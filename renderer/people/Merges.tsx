import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, PersonList } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { ChoosePerson } from './ChoosePerson.tsx';
import classes from './People.module.css';
import { useCalled } from './usePeople.ts';

/** Two files on one person are read as one, and parted again if it was a mistake. */
export const Merges = ({ person, list }: { readonly person: Person; readonly list: PersonList }) => {
  const { t } = useTranslation('people');
  const called = useCalled();
  const [choosing, setChoosing] = useState(false);
  const merge = useCommand((client, from: string) => client.person.merge({ into: person.id, from }));
  const undo = useCommand((client, id: string) => client.person.undoMerge({ person: person.id, merge: id }));
  const namesIn = (file: string): string => called(person.names.filter((name) => name.file === file).map(({ name }) => name));
  return (
    <section className={paper.section}>
      <h3>{t('file.merged')}</h3>
      <Text c="dimmed">{t('file.mergeHint')}</Text>
      <ProblemNote problem={undo.problem} />
      {person.files.map(
        ({ id, merge: through }) =>
          through !== null && (
            <div key={id} className={classes.line}>
              <span>{namesIn(id)}</span>
              <Button variant="subtle" aria-label={t('file.undoNamed', { name: namesIn(id) })} loading={undo.busy} onClick={() => void undo.run(through.id)}>
                {t('file.undo')}
              </Button>
            </div>
          ),
      )}
      {choosing ? (
        <div className={classes.form} role="group" aria-label={t('file.merge')}>
          <ChoosePerson without={[person.id]} onChoose={(from) => void merge.run(from).then(({ ok }) => ok && setChoosing(false))} />
          <ProblemNote problem={merge.problem} />
          <div>
            <Button variant="default" onClick={() => setChoosing(false)}>
              {t('file.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        list.people.length > 1 && (
          <div className={paper.buttons}>
            <Button variant="default" onClick={() => setChoosing(true)}>
              {t('file.merge')}
            </Button>
          </div>
        )
      )}
    </section>
  );
};
