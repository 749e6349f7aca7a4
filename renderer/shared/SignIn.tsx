import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role, Staff } from '../../main/contract/index.ts';
import { useCommand, useStation } from './connection/hooks.tsx';
import { ProblemNote } from './connection/ProblemNote.tsx';
import { PinPad } from './PinPad.tsx';
import classes from './SignIn.module.css';

/** A station that has just joined hears of the people a moment later. */
const untilSomebody = 2_000;

/** Name tiles, then a PIN pad; by touch or keyboard. `refused`: somebody is signed in, but these roles are needed. */
export const SignIn = ({ refused }: { readonly refused?: readonly Role[] }) => {
  const { t } = useTranslation('shared');
  const client = useStation();
  const people = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => client.staff.list(undefined, { signal }), refetchInterval: ({ state }) => (state.data?.length === 0 ? untilSomebody : false) });
  const [chosen, setChosen] = useState<Staff | null>(null);
  const signIn = useCommand((station, input: { staff: string; pin: string }) => station.session.signIn(input));

  const listed = people.data?.filter(({ role }) => refused === undefined || refused.includes(role));
  const only = listed?.length === 1 ? (listed[0] ?? null) : null;
  const person = chosen ?? only;

  return (
    <section className={classes.sheet} aria-labelledby="sign-in-title">
      <Title order={2} id="sign-in-title">
        {person === null ? t('signIn.who') : t('signIn.pinFor', { name: person.name })}
      </Title>
      {refused !== undefined && (
        <Text c="dimmed">{t('needsRole.message', { roles: refused.map((role) => t(`role.${role}`)).join(', ') })}</Text>
      )}
      {people.isPending && <Text c="dimmed">{t('connecting')}</Text>}
      {listed?.length === 0 && (
        <>
          <Text>{t('signIn.nobody')}</Text>
          <Text c="dimmed">{t('signIn.nobodyRemedy')}</Text>
        </>
      )}
      {person === null ? (
        <div className={classes.tiles}>
          {listed?.map((staff) => (
            <Button key={staff.id} variant="default" className={classes.tile ?? ''} onClick={() => setChosen(staff)}>
              {staff.name}
            </Button>
          ))}
        </div>
      ) : (
        <>
          <PinPad busy={signIn.busy} onEnter={(pin) => void signIn.run({ staff: person.id, pin })} />
          <ProblemNote problem={signIn.problem} />
          {only === null && (
            <Button variant="subtle" onClick={() => { setChosen(null); signIn.forget(); }}>
              {t('signIn.other')}
            </Button>
          )}
        </>
      )}
    </section>
  );
};
