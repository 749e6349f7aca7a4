import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ClosedCall } from './ClosedCall.tsx';
import { DraftForm } from './DraftForm.tsx';
import { FiledRecord } from './FiledRecord.tsx';
import { OpenCall } from './OpenCall.tsx';
import type { RecordSources } from './recordList.ts';
import classes from './Records.module.css';
import { ReportText } from './ReportText.tsx';
import { FollowUpList } from '../paperwork/FollowUpList.tsx';
import { useMay } from '../shared/useSession.ts';
import { WriteUp } from './WriteUp.tsx';

interface Props {
  readonly selectedKey: string;
  readonly records: RecordSources;
  /** A draft that was begun a moment ago: somebody wants to write. */
  readonly begun: string | null;
  readonly select: (key: string) => void;
}

/** The reading pane: what the address names. */
export const RecordPane = ({ selectedKey, records, begun, select }: Props) => {
  const { t } = useTranslation('incidents');
  if (selectedKey === '') return <Text className={classes.choose ?? ''}>{t('choose')}</Text>;
  return (
    <>
      <Button variant="subtle" mod="flush" leftSection={<IconArrowLeft size={18} aria-hidden />} className={classes.back ?? ''} onClick={() => select('')}>
        {t('backToList')}
      </Button>
      <Content selectedKey={selectedKey} records={records} begun={begun} />
    </>
  );
};

const Content = ({ selectedKey, records, begun }: Omit<Props, 'select'>) => {
  const mayWrite = useMay('write-records');
  const [what, id = ''] = selectedKey.split('/');
  const filedRecord = <FiledRecord key={id} id={id} entries={records.incidents.find((filed) => filed.id === id)?.entries} />;
  switch (what) {
    case 'open': {
      const alarm = records.alarms.find((open) => open.id === id);
      return alarm === undefined ? <Gone /> : <OpenCall key={id} alarm={alarm} own={alarm.stationId === records.ownStationId} />;
    }
    case 'alarm': {
      const alarm = records.alarms.find((closed) => closed.id === id);
      return alarm === undefined ? <Gone /> : <ClosedCall key={id} alarm={alarm} />;
    }
    case 'write':
      return mayWrite ? <WriteUp key={id} alarm={id} /> : <Gone />;
    case 'draft': {
      const draft = records.drafts.find((open) => open.id === id);
      // Filed meanwhile, in another window say: under the same id.
      if (draft === undefined) return records.incidents.some((filed) => filed.id === id) ? filedRecord : <Gone />;
      return mayWrite ? <DraftForm key={id} draft={draft} begun={id === begun} /> : <ReportText report={draft.report} />;
    }
    case 'incident':
      return filedRecord;
    case 'follow-ups':
      return <FollowUpList />;
    default:
      return <Gone />;
  }
};

/** For an address whose record is not, or not yet, on this desk. */
const Gone = () => {
  const { t } = useTranslation('incidents');
  return (
    <div>
      <Text fw={600}>{t('filed.gone')}</Text>
      <Text c="dimmed">{t('filed.goneHint')}</Text>
    </div>
  );
};
