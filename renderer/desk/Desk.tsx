import { ServiceNotes } from '../notes/ServiceNotes.tsx';
import { useConnectionState } from '../shared/connection/hooks.tsx';
import { useAlarms } from '../shared/useAlarms.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import { Board } from './Board.tsx';
import { cueState } from './cue.ts';
import classes from './Desk.module.css';
import { DeskHeader } from './DeskHeader.tsx';
import { OfficeMenu } from './OfficeMenu.tsx';
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
  const board = useBoard();
  const connected = useConnectionState() === 'connected';
  const bindings = useBindings();
  const tapSpot = useSpot(bindings);
  useKeyTriggers(bindings);

  return (
    <div className={classes.desk}>
      <DeskHeader
        site={status?.site ?? ''}
        station={status?.station ?? ''}
        cueSet={settings?.cueSet ?? 'separator'}
        cue={cueState(status, alarms, connected)}
        onTapSpot={tapSpot}
      />
      <main className={classes.main}>
        {board !== undefined && <Board board={board} />}
        <ServiceNotes />
      </main>
      <footer className={classes.footer}>
        <OfficeMenu />
      </footer>
    </div>
  );
};
