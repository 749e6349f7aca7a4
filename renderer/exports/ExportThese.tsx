import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordQuery } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { useMatchingRecords } from './useMatchingRecords.ts';

/** All records that a list shows, on whichever page, as one file: for whoever may. */
export const ExportThese = ({ filters, order }: Pick<RecordQuery, 'filters' | 'order'>) => {
  const { t } = useTranslation('exports');
  const mayExport = useMay('export-records');
  const find = useMatchingRecords();
  const [found, setFound] = useState<readonly string[] | null>(null);
  if (!mayExport) return null;
  const begin = async (): Promise<void> => {
    const records = await find.run({ filters, order });
    if (records.ok && records.value.length > 0) setFound(records.value);
  };
  return (
    <>
      <Button variant="subtle" leftSection={<IconFileExport size={18} aria-hidden />} loading={find.busy} onClick={() => void begin()}>
        {t('these')}
      </Button>
      <ProblemNote problem={find.problem} />
      {found !== null && <ExportDialog records={found} onClose={() => setFound(null)} />}
    </>
  );
};
