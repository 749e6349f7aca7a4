import { Button } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { goToFirstFlaw } from '../shared/fields/goToFirstFlaw.ts';
import classes from './People.module.css';

interface Props {
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Sends it, or shows what is wrong and returns false: then the first field that is goes into focus. */
  readonly onSubmit: () => boolean;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** One change to a file: it is made with its button, and stands in the history from then on. */
export const InlineForm = ({ label, submit, busy, problem, onSubmit, onCancel, children }: Props) => {
  const { t } = useTranslation('people');
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const element = form.current;
    return () => leaveFocus(element);
  }, []);
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        let sent = true;
        flushSync(() => (sent = onSubmit()));
        if (!sent) goToFirstFlaw(form.current);
      }}
    >
      {children}
      <ProblemNote problem={problem} />
      <div className={classes.head}>
        <Button variant="default" onClick={onCancel}>
          {t('file.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
};

/** Where a form stood stands the button that opened it: whoever works by the keys goes on from there. */
const leaveFocus = (form: HTMLFormElement | null): void => {
  const place = form?.parentElement;
  const focused = document.activeElement;
  if (form === null || place == null || (focused !== document.body && !form.contains(focused))) return;
  const index = [...place.children].indexOf(form);
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) place.children[index]?.querySelector<HTMLElement>('button')?.focus();
  });
};
