import { Button, Text } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { ButtonRow } from './ButtonRow.tsx';
import classes from './DraftForm.module.css';

interface Props {
  readonly title: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** How much is to be corrected, in words; null while nothing is, or nobody has tried to save. */
  readonly fix: string | null;
  readonly save: string;
  readonly cancel: string;
  /** Saves, or shows what is wrong and returns false: then the first field that is goes into focus. */
  readonly onSave: () => boolean;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Something that is worked on as a whole, and kept or left. */
export const DraftForm = ({ title, busy, problem, fix, save, cancel, onSave, onCancel, children }: Props) => {
  const form = useRef<HTMLFormElement>(null);
  const submit = (): void => {
    if (!onSave()) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-flaw]')?.focus());
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={title}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) submit();
      }}
    >
      {children}
      <ProblemNote problem={problem} />
      {fix !== null && <Text role="alert">{fix}</Text>}
      <ButtonRow>
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {save}
        </Button>
      </ButtonRow>
    </form>
  );
};
