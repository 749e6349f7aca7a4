import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Plans.module.css';

interface Props {
  /** Something was changed and is not saved yet: only then is there anything to save. */
  readonly edited: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSave: () => Promise<void>;
  /** What adds one more, where the setting is a list; it stands beside the saving. */
  readonly add?: ReactNode;
  readonly children: ReactNode;
}

/** A setting that is saved as a whole. */
export const SettingForm = ({ edited, busy, problem, onSave, add, children }: Props) => {
  const { t } = useTranslation('plans');
  const save = edited && (
    <Button type="submit" loading={busy}>
      {t('save')}
    </Button>
  );
  return (
    <form
      noValidate
      className={classes.spans}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      {children}
      <ProblemNote problem={problem} />
      {add === undefined ? (
        edited && <div>{save}</div>
      ) : (
        <div className={classes.span}>
          {add}
          {save}
        </div>
      )}
    </form>
  );
};
