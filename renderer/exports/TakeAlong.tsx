import { Button, Group } from '@mantine/core';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../main/contract/index.ts';
import { useMay } from '../shared/useSession.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { RecordOnPaper } from './RecordOnPaper.tsx';

/** A filed record on paper, and, for whoever may, as a file. */
export const TakeAlong = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation('exports');
  const mayExport = useMay('export-records');
  const [exporting, setExporting] = useState(false);
  const [printedAt, setPrintedAt] = useState(() => new Date().toISOString());
  const print = (): void => {
    // What is printed says when: it has to stand there before the printer looks.
    flushSync(() => setPrintedAt(new Date().toISOString()));
    window.print();
  };
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={print}>
        {t('print')}
      </Button>
      {mayExport && (
        <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden />} onClick={() => setExporting(true)}>
          {t('open')}
        </Button>
      )}
      {exporting && <ExportDialog records={[incident.id]} onClose={() => setExporting(false)} />}
      <RecordOnPaper incident={incident} at={printedAt} />
    </Group>
  );
};
