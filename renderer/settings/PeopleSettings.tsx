import { Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStation } from '../shared/connection/hooks.tsx';
import { AddPerson } from './AddPerson.tsx';
import { DuressCode } from './DuressCode.tsx';
import { NewPin } from './NewPin.tsx';
import classes from './PeopleSettings.module.css';
import { SettingRow } from './SettingRow.tsx';

/** Who can sign in: add somebody, or give somebody a new PIN. */
export const PeopleSettings = () => {
  const { t } = useTranslation('settings');
  const client = useStation();
  const queries = useQueryClient();
  const people = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => client.staff.list(undefined, { signal }) });
  const [changing, setChanging] = useState<string | null>(null);
  const [duressOf, setDuressOf] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  return (
    <SettingRow wide title={t('people.title')} hint={t('people.hint')} source="site">
      <Stack>
        <ul className={classes.people}>
          {people.data?.map(({ id, name, role }) => (
            <li key={id}>
              <div className={classes.name}>
                {name}
                <Text size="sm" c="dimmed">
                  {t(`people.${role}`)}
                </Text>
              </div>
              {changing === id ? (
                <NewPin
                  staff={id}
                  name={name}
                  onSet={() => {
                    setChanging(null);
                    setSaid(t('people.pinSet', { name }));
                  }}
                  onCancel={() => setChanging(null)}
                />
              ) : (
                <>
                  <Button variant="default" aria-label={t('people.newPinOf', { name })} onClick={() => setChanging(id)}>
                    {t('people.newPin')}
                  </Button>
                  <Button variant="default" aria-label={t(duressOf === id ? 'duress.doneOf' : 'duress.changeOf', { name })} aria-expanded={duressOf === id} onClick={() => setDuressOf(duressOf === id ? null : id)}>
                    {duressOf === id ? t('duress.done') : t('duress.change')}
                  </Button>
                </>
              )}
              {duressOf === id && changing !== id && <DuressCode staff={id} name={name} />}
            </li>
          ))}
        </ul>
        <Text role="status">{said}</Text>
        <AddPerson
          onAdded={(name) => {
            setSaid(t('people.added', { name }));
            void queries.invalidateQueries({ queryKey: ['staff'] });
          }}
        />
      </Stack>
    </SettingRow>
  );
};
