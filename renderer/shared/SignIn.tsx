import { Button, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinSchema } from '../../main/contract/index.ts';
import type { Staff } from '../../main/contract/index.ts';
import { useCommand, useStation } from './connection/hooks.tsx';
import { ProblemNote } from './connection/ProblemNote.tsx';
import { useLanguageWish } from './Language.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { matchingNames } from './matchingNames.ts';
import { PinPad } from './PinPad.tsx';
import classes from './SignIn.module.css';
import { takesBadges, useBadge } from './useBadges.ts';
import { useSession } from './useSession.ts';

/** A station that has just joined hears of the people a moment later. */
const untilSomebody = 2_000;

/**
 * A badge, or a name tile and then a PIN; by touch or keyboard. The tile that is probably wanted comes first, and typing narrows them down.
 * `refused`: somebody is signed in who may not see this page.
 */
export const SignIn = ({ refused = false }: { readonly refused?: boolean }) => {
  const { t } = useTranslation('shared');
  const client = useStation();
  const badges = useSession()?.badges ?? false;
  const people = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => client.session.people(undefined, { signal }), refetchInterval: ({ state }) => (state.data?.length === 0 ? untilSomebody : false), staleTime: 0 });
  const [chosen, setChosen] = useState<Staff | null>(null);
  const [name, setName] = useState('');
  const { wished, wish, shown: spoken } = useLanguageWish();
  const language = wished === null ? {} : { language: wished };
  // Whoever goes away without signing in has chosen nothing.
  useEffect(() => () => wish(null), [wish]);
  const signIn = useCommand((station, input: { staff: string; pin: string }) => station.session.signIn({ ...input, ...language }));
  const byBadge = useCommand((station, number: string) => station.session.signInWithBadge({ number, ...language }));

  const problem = signIn.problem ?? byBadge.problem;
  const only = people.data?.length === 1 ? (people.data[0] ?? null) : null;
  const person = chosen ?? only;
  const shown = matchingNames(people.data ?? [], name);
  const choose = (staff: Staff | null): void => {
    setChosen(staff);
    setName('');
    signIn.forget();
    byBadge.forget();
  };

  useBadge((number) => {
    void byBadge.run(number).then((answer) => {
      if (answer.ok && answer.value.pinOf !== null) choose(answer.value.pinOf);
      // A PIN that a program types, or somebody very quick: it is nobody's badge, and the PIN pad is open.
      if (!answer.ok && answer.error.type === 'BadgeUnknown' && person !== null && pinSchema.safeParse(number).success) {
        byBadge.forget();
        void signIn.run({ staff: person.id, pin: number });
      }
    });
  });

  return (
    <section className={classes.sheet} aria-labelledby="sign-in-title" {...takesBadges}>
      <Title order={2} id="sign-in-title">
        {person === null ? t('signIn.who') : t('signIn.pinFor', { name: person.name })}
      </Title>
      {refused && <Text c="dimmed">{t('needsRole')}</Text>}
      {people.isPending && <Text c="dimmed">{t('connecting')}</Text>}
      {people.data?.length === 0 && (
        <>
          <Text>{t('signIn.nobody')}</Text>
          <Text c="dimmed">{t('signIn.nobodyRemedy')}</Text>
        </>
      )}
      {badges && <Text c="dimmed">{person === null ? t('signIn.badge') : t('signIn.badgeInstead')}</Text>}
      {person === null && people.data !== undefined && people.data.length > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            choose(shown[0] ?? null);
          }}
        >
          <TextInput autoFocus data-autofocus aria-label={t('signIn.find')} placeholder={t('signIn.findHint')} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </form>
      )}
      {person === null ? (
        <div className={classes.tiles}>
          {shown.map((staff, place) => (
            <Button key={staff.id} variant="default" mod="wraps" mih="4rem" className={classes.tile ?? ''} data-first={name !== '' && place === 0 ? true : undefined} onClick={() => choose(staff)}>
              {staff.name}
            </Button>
          ))}
        </div>
      ) : (
        <>
          <PinPad busy={signIn.busy} onEnter={(pin) => void signIn.run({ staff: person.id, pin })} />
          <ProblemNote problem={problem} />
          {only === null && (
            <Button variant="subtle" onClick={() => choose(null)}>
              {t('signIn.other')}
            </Button>
          )}
        </>
      )}
      {person === null && name !== '' && shown.length === 0 && <Text role="status">{t('signIn.noMatch', { name })}</Text>}
      {person === null && <ProblemNote problem={problem} />}
      <LanguageChoice value={spoken} onChoose={wish} />
    </section>
  );
};
