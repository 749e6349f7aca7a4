import { Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { useMay } from '../shared/useSession.ts';
import { compareNames } from '../shared/locale.ts';
import { AddPerson } from './AddPerson.tsx';
import { HaveLeft } from './HaveLeft.tsx';
import classes from './PeopleSettings.module.css';
import { PersonPanel } from './PersonPanel.tsx';
import { SettingRow } from './SettingRow.tsx';

/** Who can sign in, with what, and as what. Those who have left stay listed until they are forgotten. */
export const PeopleSettings = () => {
  const { t } = useTranslation(['settings', 'shared']);
  const client = useStation();
  const queries = useQueryClient();
  const mayChange = useMay('change-people');
  const records = useQuery({ queryKey: ['people', 'records'], queryFn: ({ signal }) => client.staff.records(undefined, { signal }), staleTime: 0 });
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const byName = records.data?.toSorted((one, other) => compareNames(one.name, other.name)) ?? [];
  const people = byName.filter(({ removedAt }) => removedAt === null);
  const left = byName.filter(({ removedAt }) => removedAt !== null);
  const changed = (words: string): void => {
    setSaid(words);
    void queries.invalidateQueries({ queryKey: ['people'] });
  };

  return (
    <SettingRow wide title={t('settings:people.title')} hint={t('settings:people.hint')} source="site">
      <Stack>
        <ul className={classes.people}>
          {people.map((person) => (
            <li key={person.id}>
              <div className={classes.name}>
                {person.name}
                <Text size="sm" c="dimmed">
                  <Marks person={person} />
                </Text>
              </div>
              {mayChange && (
                <Button
                  variant="default"
                  aria-label={t(open === person.id ? 'settings:people.doneWith' : 'settings:people.changeOf', { name: person.name })}
                  aria-expanded={open === person.id}
                  onClick={() => setOpen(open === person.id ? null : person.id)}
                >
                  {open === person.id ? t('settings:people.done') : t('settings:people.change')}
                </Button>
              )}
              {open === person.id && (
                <PersonPanel
                  person={person}
                  onChanged={changed}
                  onRemoved={() => {
                    setOpen(null);
                    changed(t('settings:people.removed', { name: person.name }));
                  }}
                />
              )}
            </li>
          ))}
        </ul>
        <Text role="status">{said}</Text>
        {mayChange && <AddPerson onTry={() => setSaid('')} onAdded={(name) => changed(t('settings:people.added', { name }))} />}
        {left.length > 0 && mayChange && <HaveLeft people={left} onForgotten={(name) => changed(t('settings:people.forgotten', { name }))} />}
        {left.length > 0 && !mayChange && <Text c="dimmed">{t('settings:people.left', { names: left.map(({ name }) => name).join(', ') })}</Text>}
      </Stack>
    </SettingRow>
  );
};

const Marks = ({ person: { role, badge, temporaryPin } }: { readonly person: PersonRecord }) => {
  const { t } = useTranslation(['settings', 'shared']);
  return [t(`shared:role.${role}`), ...(badge ? [t('settings:people.hasBadge')] : []), ...(temporaryPin ? [t('settings:people.choosesPin')] : [])].join(', ');
};
