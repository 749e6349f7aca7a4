import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { AlarmList } from './AlarmList.tsx';
import classes from './AlarmScreen.module.css';
import { AlarmView } from './AlarmView.tsx';
import { KindMark } from './KindMark.tsx';
import { OtherCalls } from './OtherCalls.tsx';

interface Props {
  readonly toAnswer: readonly Alarm[];
  /** Open calls for which the plan asked others so far. */
  readonly forOthers: readonly Alarm[];
  readonly ownStationId: string;
}

/** The private face: takes the whole screen while a call is open that nobody here put aside. Calls for others wait to be opened. */
export const AlarmScreen = ({ toAnswer, forOthers, ownStationId }: Props) => {
  const { t } = useTranslation('respond');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [asideIds, setAsideIds] = useState<ReadonlySet<string>>(new Set());
  const opened = forOthers.filter(({ id }) => id === chosenId);
  const shown = [...toAnswer, ...opened];
  const alarm = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const others = <OtherCalls alarms={forOthers.filter(({ id }) => id !== chosenId)} onChoose={setChosenId} />;
  if (alarm === undefined) return others;

  // One more call than was put aside brings the screen back.
  if (opened.length === 0 && toAnswer.every(({ id }) => asideIds.has(id))) {
    return (
      <>
        {others}
        <button type="button" className={classes.aside} onClick={() => setAsideIds(new Set())}>
          <KindMark kind={alarm.kind} /> {t('screen.larger', { station: alarm.station })}
        </button>
      </>
    );
  }
  return (
    <WholeScreen label={t('screen.label')} level={alarm.level} kind={alarm.kind}>
      {shown.length > 1 && <AlarmList alarms={shown} chosenId={alarm.id} onChoose={setChosenId} />}
      <AlarmView
        key={alarm.id}
        alarm={alarm}
        ownStationId={ownStationId}
        canPutAside={alarm.acknowledgements.length > 0 || opened.length > 0}
        // Whoever answered stays with that call, even when a worse one comes in: the next key must not speak about another.
        onAnswered={() => setChosenId(alarm.id)}
        onAside={() => {
          setChosenId(null);
          if (opened.length === 0) setAsideIds(new Set(toAnswer.map(({ id }) => id)));
        }}
      />
    </WholeScreen>
  );
};

interface WholeScreenProps {
  readonly label: string;
  readonly level: Alarm['level'];
  readonly kind: Alarm['kind'];
  readonly children: React.ReactNode;
}

/**
 * A modal dialog of the browser: everything below is inert, and focus goes back to where it was when the call is over.
 * The dialog itself takes the focus, not its button, so that a key that was meant for a text field answers nothing.
 */
const WholeScreen = ({ label, level, kind, children }: WholeScreenProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} aria-label={label} className={classes.screen} data-level={level} data-kind={kind} onCancel={(event) => event.preventDefault()}>
      {children}
    </dialog>
  );
};
