import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../main/contract/index.ts';
import { ForgetForGood } from '../shared/ForgetForGood.tsx';
import { useMay } from '../shared/useSession.ts';
import { useSelection } from './useSelection.ts';

/** Forgetting a record everywhere, for whoever may. */
export const EraseRecord = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation('incidents');
  const mayErase = useMay('erase-records');
  const { select } = useSelection();
  const [alarm, setAlarm] = useState(false);
  if (!mayErase) return null;
  return (
    <ForgetForGood
      open={t('erase.open')}
      title={t('erase.title')}
      text={t('erase.text')}
      erase={(client, reason) => client.incident.erase({ id: incident.id, reason, alarm })}
      onErased={() => select('', { replace: true })}
    >
      {incident.alarm !== null && <Checkbox label={t('erase.withAlarm')} description={t('erase.withAlarmHint')} checked={alarm} onChange={(event) => setAlarm(event.currentTarget.checked)} />}
    </ForgetForGood>
  );
};
