import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownOpenAlarm } from '../desk/cue.ts';
import { Sheet } from '../desk/Sheet.tsx';
import { useStation } from '../shared/connection/hooks.tsx';
import { useAlarms } from '../shared/useAlarms.ts';
import { useDesk } from '../shared/useDesk.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import { ProcedureNotes } from './ProcedureNotes.tsx';
import classes from './ServiceNotes.module.css';

/** The procedures as an ordinary panel of the noticeboard. The first one is the one that turns up by itself. */
export const ServiceNotes = () => {
  const { t } = useTranslation('notes');
  const client = useStation();
  const procedures = useQuery({ queryKey: ['procedures'], queryFn: ({ signal }) => client.procedure.list(undefined, { signal }) });
  const status = useStatus();
  const single = useDesk()?.alone != null;
  const alarm = ownOpenAlarm(status, useAlarms());
  const turning = useSettings()?.turnNotes === true && alarm !== undefined;

  if (procedures.data === undefined || procedures.data.length === 0) {
    return (
      <Sheet title={t('title')} empty={procedures.isPending ? '' : t('empty')}>
        {null}
      </Sheet>
    );
  }
  // One panel is simply the service notes; several need names of their own.
  const several = procedures.data.length > 1;
  return (
    <div className={classes.panels}>
      {procedures.data.map((procedure, index) => (
        <ProcedureNotes
          key={procedure.id}
          title={several ? procedure.title.discreet : t('title')}
          procedure={procedure}
          alarm={alarm?.id ?? null}
          first={index === 0}
          turning={turning && index === 0}
          single={single}
          alone={single || status?.heardBy === 0}
        />
      ))}
    </div>
  );
};
