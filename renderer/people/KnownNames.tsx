import { ActionIcon, Button, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './People.module.css';
import { noReason, Reasoned, useReason } from './Reasoned.tsx';

export const KnownNames = ({ person, mayWrite }: { readonly person: Person; readonly mayWrite: boolean }) => {
  const { t } = useTranslation('people');
  const adding = useReason(`name/${person.id}`);
  const remove = useCommand((client, name: string) => client.person.amend({ person: person.id, namesRemoved: [name] }));
  return (
    <section className={paper.section}>
      <h3>{t('file.names')}</h3>
      {person.names.length === 0 && <Text c="dimmed">{t('noName')}</Text>}
      <ul className={classes.names}>
        {person.names.map(({ id, name }) => (
          <li key={id}>
            {name}
            {mayWrite && (
              <ActionIcon aria-label={t('file.removeName', { name })} loading={remove.busy} onClick={() => void remove.run(id)}>
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.problem} />
      {adding.value !== null ? (
        <Reasoned title={t('file.addName')} label={t('file.newName')} run={(client, name) => client.person.amend({ person: person.id, namesAdded: [name] })} kept={adding} />
      ) : (
        mayWrite && (
          <div className={paper.buttons}>
            <Button variant="subtle" mod="flush" onClick={() => adding.open(noReason)}>
              {t('file.addName')}
            </Button>
          </div>
        )
      )}
    </section>
  );
};
