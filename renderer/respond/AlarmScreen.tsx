import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { AlarmList } from './AlarmList.tsx';
import classes from './AlarmScreen.module.css';
import { AlarmView } from './AlarmView.tsx';

interface Props {
  readonly toAnswer: readonly Alarm[];
  readonly ownStationId: string;
}

/** The private face: takes the whole screen while a call is open that nobody here put aside. */
export const AlarmScreen = ({ toAnswer, ownStationId }: Props) => {
  const { t } = useTranslation('respond');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [asideIds, setAsideIds] = useState<ReadonlySet<string>>(new Set());
  const alarm = toAnswer.find(({ id }) => id === chosenId) ?? toAnswer[0];
  if (alarm === undefined) return null;

  // One more call than was put aside brings the screen back.
  if (toAnswer.every(({ id }) => asideIds.has(id))) {
    return (
      <button type="button" className={classes.aside} onClick={() => setAsideIds(new Set())}>
        {t('screen.larger', { station: alarm.station })}
      </button>
    );
  }
  return (
    <WholeScreen label={t('screen.label')} level={alarm.level}>
      {toAnswer.length > 1 && <AlarmList alarms={toAnswer} chosenId={alarm.id} onChoose={setChosenId} />}
      <AlarmView
        key={alarm.id}
        alarm={alarm}
        ownStationId={ownStationId}
        // Whoever answered stays with that call, even when a worse one comes in: the next key must not speak about another.
        onAnswered={() => setChosenId(alarm.id)}
        onAside={() => setAsideIds(new Set(toAnswer.map(({ id }) => id)))}
      />
    </WholeScreen>
  );
};

interface WholeScreenProps {
  readonly label: string;
  readonly level: Alarm['level'];
  readonly children: React.ReactNode;
}

/**
 * A modal dialog of the browser: everything below is inert, and focus goes back to where it was when the call is over.
 * The dialog itself takes the focus, not its button, so that a key that was meant for a text field answers nothing.
 */
const WholeScreen = ({ label, level, children }: WholeScreenProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} aria-label={label} className={classes.screen} data-level={level} onCancel={(event) => event.preventDefault()}>
      {children}
    </dialog>
  );
};
