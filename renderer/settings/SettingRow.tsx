import { Text } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SettingRow.module.css';

interface SettingRowProps {
  readonly title: string;
  readonly hint: string;
  /** What it is without anybody's choice; left out where there is no such thing. */
  readonly standard?: string;
  /** Whose it is: this desk's own, or the site's; left out for what is no setting but something to do. */
  readonly source?: 'station' | 'site';
  /** Controls that need the whole width stand below the words. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One setting: what it is, its default and source, and its control. */
export const SettingRow = ({ title, hint, standard, source, wide = false, children }: SettingRowProps) => {
  const { t } = useTranslation('settings');
  const id = useId();
  return (
    <section className={`${classes.row} ${wide ? classes.wide : ''}`} aria-labelledby={id}>
      <div className={classes.words}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        <Text>{hint}</Text>
        {source !== undefined && (
          <Text size="sm" c="dimmed">
            {standard !== undefined && `${t('default', { value: standard })} `}
            {t(`source.${source}`)}
          </Text>
        )}
      </div>
      <div className={classes.control}>{children}</div>
    </section>
  );
};
