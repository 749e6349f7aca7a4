import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownOpenAlarm } from '../desk/cue.ts';
import { Sheet } from '../desk/Sheet.tsx';
import { useBlank } from '../shared/blank.ts';
import { useInReadersLanguage } from '../shared/Language.tsx';
import { useAlarms } from '../shared/useAlarms.ts';
import { useDesk } from '../shared/useDesk.ts';
import { useProcedures } from '../shared/useProcedures.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import { NotePages } from './NotePages.tsx';
import { ProcedureNotes } from './ProcedureNotes.tsx';
import classes from './ServiceNotes.module.css';

/** The procedures as an ordinary panel of the noticeboard, a page each. The first one is the one that turns up by itself. */
export const ServiceNotes = () => {
  const { t } = useTranslation('notes');
  const shown = useProcedures();
  const settings = useSettings();
  const inReadersLanguage = useInReadersLanguage();
  const status = useStatus();
  const single = useDesk()?.alone != null;
  const alarm = ownOpenAlarm(status, useAlarms());
  const turning = settings?.turnNotes === true && alarm !== undefined;
  const [chosen, setChosen] = useState<string | null>(null);
  useBlank(() => setChosen(null));

  if (shown === undefined || shown.length === 0) {
    return (
      <Sheet title={t('title')} empty={shown === undefined ? '' : t('empty')}>
        {null}
      </Sheet>
    );
  }
  const procedures = shown.map(({ document }) => inReadersLanguage(document));
  const page = procedures.find(({ id }) => id === chosen) ?? procedures[0];
  return (
    <div className={classes.panels}>
      {procedures.map((procedure, index) => (
        <ProcedureNotes
          key={procedure.id}
          title={t('title')}
          onTop={procedure.id === page?.id}
          pages={procedures.length > 1 && <NotePages procedures={procedures} shown={procedure.id} onShow={setChosen} />}
          present={procedure}
          alarm={alarm?.id ?? null}
          first={index === 0}
          turning={turning && index === 0}
          single={single}
          onTurned={() => setChosen(procedure.id)}
          alone={single || status?.heardBy === 0}
        />
      ))}
    </div>
  );
};
