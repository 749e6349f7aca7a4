import { ServiceNotes } from '../notes/ServiceNotes.tsx';
import { useConnectionState } from '../shared/connection/hooks.tsx';
import { useAlarms } from '../shared/useAlarms.ts';
import { useDesk } from '../shared/useDesk.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import { Board } from './Board.tsx';
import { cueState } from './cue.ts';
import classes from './Desk.module.css';
import { DeskHeader } from './DeskHeader.tsx';
import { OfficeMenu } from './OfficeMenu.tsx';
import { SingleDesk } from './SingleDesk.tsx';
import { useTodaysRota } from '../rota/useRota.ts';
import { useBoard } from './useBoard.ts';
import { useBindings, useKeyTriggers, useSpot } from './useTriggers.ts';

/**
 * The public face: a noticeboard, and what listens behind it. A trigger changes nothing here but the cue,
 * and, where the site chose so, the page the service notes are open at.
 */
export const Desk = () => {
  const status = useStatus();
  const alarms = useAlarms();
  const settings = useSettings();
  const desk = useDesk();
  const board = useBoard();
  const today = useTodaysRota();
  const connected = useConnectionState() === 'connected';
  const bindings = useBindings();
  const pressSpot = useSpot(bindings);
  useKeyTriggers(bindings);

  return (
    <div className={classes.desk}>
      <DeskHeader
        site={status?.site ?? ''}
        station={status?.station ?? ''}
        cueSet={settings?.cueSet ?? 'separator'}
        cue={cueState({ status, alarms, desk, connected })}
        onPressSpot={pressSpot}
      />
      <main className={classes.main}>
        {board !== undefined && <Board board={board} today={today ?? []} />}
        <ServiceNotes />
      </main>
      <footer className={classes.footer}>
        <OfficeMenu />
        <SingleDesk />
      </footer>
    </div>
  );
};
