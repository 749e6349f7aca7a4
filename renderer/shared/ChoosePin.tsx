import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OwnPin } from './OwnPin.tsx';
import classes from './SignIn.module.css';

/** After a sign-in with a PIN that somebody else chose: nothing else is open until there is an own one. */
export const ChoosePin = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('shared');
  return (
    <section className={classes.sheet} aria-labelledby="choose-pin-title">
      <Title order={2} id="choose-pin-title">
        {t('ownPin.choose', { name })}
      </Title>
      <Text>{t('ownPin.why')}</Text>
      <OwnPin autoFocus />
    </section>
  );
};
