import { IconAlertTriangle, IconChevronDown, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absoluteTime, relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import type { DeskRow, DeskState, Reason } from './deskRows.ts';
import classes from './Readiness.module.css';
import { stationWords } from '../shared/stationWords/stationWords.ts';

const signByState = { ready: IconCircleCheck, 'not-ready': IconAlertTriangle, silent: IconCircleDashed } satisfies Record<DeskState, unknown>;

/** A row a desk; the reason behind its state on touch. */
export const DeskList = ({ rows }: { readonly rows: readonly DeskRow[] }) => {
  const { t } = useTranslation('readiness');
  return (
    <section aria-labelledby="desks">
      <h2 id="desks" className={classes.heading}>
        {t('desks')}
      </h2>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <Desk key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
};

const Desk = ({ row }: { readonly row: DeskRow }) => {
  const { t } = useTranslation('readiness');
  const [open, setOpen] = useState(false);
  const Sign = signByState[row.state];
  const reasonsId = `reasons-${row.id}`;
  return (
    <li className={classes.desk} data-state={row.state}>
      <button type="button" className={classes.row} aria-expanded={open} aria-controls={reasonsId} onClick={() => setOpen(!open)}>
        <Sign size={30} stroke={1.8} aria-hidden className={classes.sign} />
        <span className={classes.name}>
          <span>
            {row.station} {row.here && <span className={classes.here}>{t('thisDesk')}</span>}
          </span>
          <span className={classes.place}>{row.place}</span>
        </span>
        <span className={classes.state}>
          {t(`state.${row.state}`)}
          {row.attended === false && <span className={classes.nobody}>{t('nobodyThere')}</span>}
        </span>
        <IconChevronDown size={20} aria-hidden className={classes.chevron} />
      </button>
      <ul id={reasonsId} className={classes.reasons} hidden={!open}>
        {row.reasons.map((reason, index) => (
          <li key={index}>
            <ReasonText reason={reason} />
          </li>
        ))}
      </ul>
    </li>
  );
};

const ReasonText = ({ reason }: { readonly reason: Reason }) => {
  const { t } = useTranslation('readiness');
  const now = useNow(5_000);
  if (reason.type === 'fault') {
    return (
      <>
        <strong>{stationWords(reason.fault.message)}</strong> {stationWords(reason.fault.remedy)} <span className={classes.since}>{t('reason.since', { time: absoluteTime(reason.fault.since) })}</span>
      </>
    );
  }
  if (reason.type !== 'silent') return t(`reason.${reason.type}`);
  return `${reason.lastHeardAt === null ? t('reason.never') : t('reason.silent', { time: relativeTime(reason.lastHeardAt, now) })} ${t('reason.silentRemedy')}`;
};
