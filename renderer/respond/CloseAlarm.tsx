import { Button, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeReasonSchema } from '../../main/contract/index.ts';
import type { AlarmKind, CloseReason, Problem } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './CloseAlarm.module.css';

interface Props {
  readonly kind: AlarmKind;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onClose: (reason: CloseReason, note: string) => void;
  readonly onBack: () => void;
}

const reasons = [
  { reason: 'resolved', hint: 'close.resolvedHint' },
  { reason: 'false-alarm', hint: 'close.falseAlarmHint' },
  { reason: 'drill', hint: 'close.drillHint' },
] as const;

/** How a call ended: a reason, and a note if there is something to say. Enter closes with what is chosen. */
export const CloseAlarm = ({ kind, busy, problem, onClose, onBack }: Props) => {
  const { t } = useTranslation('respond');
  const [reason, setReason] = useState<CloseReason>(kind === 'real' ? 'resolved' : 'drill');
  const [note, setNote] = useState('');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onClose(reason, note);
      }}
    >
      <Radio.Group label={t('close.title')} value={reason} onChange={(chosen) => setReason(closeReasonSchema.parse(chosen))} classNames={{ label: classes.title ?? '' }}>
        <div className={classes.reasons}>
          {reasons.map(({ reason: offered, hint }) => (
            <Radio.Card key={offered} value={offered} className={classes.reason ?? ''} autoFocus={offered === reason}>
              <Radio.Indicator aria-hidden />
              <span>
                <strong>{t(`close.reason.${offered}`)}</strong>
                <span className={classes.hint}>{t(hint)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Textarea label={t('close.note')} description={t('close.noteHint')} value={note} maxLength={2000} autosize minRows={1} maxRows={3} onChange={(event) => setNote(event.currentTarget.value)} />
      <ProblemNote problem={problem} />
      <div className={classes.buttons}>
        <Button variant="default" size="lg" onClick={onBack}>
          {t('close.back')}
        </Button>
        <Button type="submit" size="lg" loading={busy}>
          {t('close.submit')}
        </Button>
      </div>
    </form>
  );
};
