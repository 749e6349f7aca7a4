import { Text } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './Sheet.module.css';

interface SheetProps {
  readonly title: string;
  /** What to say instead of the contents, when there are none. */
  readonly empty: string | null;
  readonly action?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One sheet of the noticeboard: a heading, and contents that scroll when there are many. */
export const Sheet = ({ title, empty, action, className, children }: SheetProps) => {
  const id = useId();
  return (
    <section className={`${classes.sheet} ${className ?? ''}`} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {action}
      </div>
      <div className={classes.contents} tabIndex={0} role="group" aria-labelledby={id}>
        {empty === null ? children : <Text c="dimmed">{empty}</Text>}
      </div>
    </section>
  );
};
