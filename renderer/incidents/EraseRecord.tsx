import { Button, Checkbox, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { erasureReasonSchema, type ErasureReason, type Incident } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import classes from './DraftForm.module.css';
import { useSelection } from './useSelection.ts';

/** Forgetting a record everywhere: for whoever may, asked once, and never with Enter alone. */
export const EraseRecord = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation('incidents');
  const mayErase = useMay('erase-records');
  const { select } = useSelection();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<ErasureReason | null>(null);
  const [alarm, setAlarm] = useState(false);
  const erase = useCommand((client, why: ErasureReason) => client.incident.erase({ id: incident.id, reason: why, alarm }));
  if (!mayErase) return null;

  const finish = async (why: ErasureReason): Promise<void> => {
    const erased = await erase.run(why);
    if (erased.ok) select('', { replace: true });
  };

  return (
    <>
      <div>
        <Button variant="subtle" size="compact-md" onClick={() => setAsking(true)}>
          {t('erase.open')}
        </Button>
      </div>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('erase.title')} withCloseButton={false}>
        <Stack gap="md">
          <Text>{t('erase.text')}</Text>
          <Radio.Group label={t('erase.reason')} description={t('erase.reasonHint')} value={reason} onChange={(value) => setReason(erasureReasonSchema.parse(value))}>
            <Stack gap="xs" mt="xs">
              {erasureReasonSchema.options.map((option) => (
                <Radio key={option} value={option} label={t(`erase.reasons.${option}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {incident.alarm !== null && <Checkbox label={t('erase.withAlarm')} description={t('erase.withAlarmHint')} checked={alarm} onChange={(event) => setAlarm(event.currentTarget.checked)} />}
          <ProblemNote problem={erase.problem} />
          <div className={classes.answers}>
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {t('erase.back')}
            </Button>
            <Button loading={erase.busy} disabled={reason === null} onClick={() => reason !== null && void finish(reason)}>
              {t('erase.erase')}
            </Button>
          </div>
        </Stack>
      </Modal>
    </>
  );
};
