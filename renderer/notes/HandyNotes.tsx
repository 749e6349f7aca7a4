import { useTranslation } from 'react-i18next';
import type { Procedure, Wording } from '../../main/contract/index.ts';
import { Fold } from './Fold.tsx';
import classes from './StepList.module.css';
import { FullWording, MoreButton, useMore } from './More.tsx';

interface HandyNotesProps {
  readonly procedure: Procedure;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The procedure's numbers, short code, phrase and room. */
export const HandyNotes = ({ procedure, open, onToggle }: HandyNotesProps) => {
  const { t } = useTranslation('notes');
  const title = t('handy');
  return (
    <Fold title={{ discreet: title, full: title }} open={open} onToggle={onToggle}>
      <ul className={classes.list}>
        {procedure.numbers.map(({ id, label, dial }) => (
          <Entry key={id} wording={label} value={dial} />
        ))}
        <Entry wording={procedure.alarmCode.wording} value={procedure.alarmCode.dial} />
        <Entry wording={procedure.safeRoom.wording} value={procedure.safeRoom.place} />
        <Entry wording={procedure.codePhrase} />
      </ul>
    </Fold>
  );
};

const Entry = ({ wording, value }: { readonly wording: Wording; readonly value?: string }) => {
  const more = useMore();
  return (
    <li onKeyDown={more.onKeyDown}>
      <div className={classes.row}>
        <span className={classes.tick}>{wording.discreet}</span>
        {value !== undefined && <span className={classes.dial}>{value}</span>}
        <MoreButton about={wording.discreet} more={more} />
      </div>
      {more.shown && <FullWording text={wording.full} />}
    </li>
  );
};
