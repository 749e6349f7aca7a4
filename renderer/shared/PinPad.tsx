import { Button, PasswordInput } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PinPad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A PIN by keyboard or touch. It empties itself once handed over, so that the next try starts fresh. */
export const PinPad = ({ busy, onEnter }: { readonly busy: boolean; readonly onEnter: (pin: string) => void }) => {
  const { t } = useTranslation('shared');
  const [pin, setPin] = useState('');
  const add = (digit: string): void => setPin((typed) => (typed + digit).slice(0, 12));
  const key = (digit: string) => (
    <Button key={digit} variant="default" className={classes.key ?? ''} aria-label={t('signIn.digit', { digit })} onClick={() => add(digit)}>
      {digit}
    </Button>
  );

  return (
    <form
      className={classes.pad}
      onSubmit={(event) => {
        event.preventDefault();
        if (pin === '') return;
        onEnter(pin);
        setPin('');
      }}
    >
      <PasswordInput
        data-autofocus
        autoFocus
        size="lg"
        className={classes.field ?? ''}
        label={t('signIn.pin')}
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
        onChange={(event) => setPin(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 12))}
      />
      <div className={classes.keys}>
        {digits.map(key)}
        <Button variant="default" className={classes.key ?? ''} aria-label={t('signIn.erase')} onClick={() => setPin((typed) => typed.slice(0, -1))}>
          <IconBackspace aria-hidden />
        </Button>
        {key('0')}
        <Button type="submit" className={classes.key ?? ''} loading={busy} disabled={pin === ''}>
          {t('signIn.enter')}
        </Button>
      </div>
    </form>
  );
};
