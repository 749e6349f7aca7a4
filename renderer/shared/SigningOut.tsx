import { Text, VisuallyHidden } from '@mantine/core';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PrivatePage.module.css';

/** Seconds until this terminal signs out by itself; null while that is far away. */
export const SecondsLeft = createContext<number | null>(null);

/** The last seconds before the sign-out, counted in the header; any touch or key ends them. Read aloud once, not every second. */
export const SigningOut = () => {
  const { t } = useTranslation('shared');
  const seconds = useContext(SecondsLeft);
  return (
    <>
      <VisuallyHidden role="status">{seconds !== null && t('signingOut.soon')}</VisuallyHidden>
      {seconds !== null && (
        <Text size="sm" className={classes.leaving ?? ''} aria-hidden>
          {t('signingOut.in', { seconds })}
        </Text>
      )}
    </>
  );
};
