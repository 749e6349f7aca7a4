import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differencesOf } from './differences.ts';
import type { Document } from './outline.ts';
import classes from './Panels.module.css';

/** What differs between two versions, in words. */
export const DifferenceList = ({ before, after }: { readonly before: Document; readonly after: Document }) => {
  const { t } = useTranslation('procedures');
  const differences = differencesOf(before, after);
  if (differences.length === 0) return <Text c="dimmed">{t('difference.none')}</Text>;
  return (
    <ul className={classes.differences} tabIndex={0}>
      {differences.map((difference, index) => (
        <li key={index}>
          {t(`difference.${difference.kind}`, { before: '', after: '', ...difference, what: difference.what === '' ? t('difference.procedure') : difference.what })}
        </li>
      ))}
    </ul>
  );
};
