import { Button, Group } from '@mantine/core';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useLeaving } from '../shared/useLeaving.ts';
import { useMay } from '../shared/useSession.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { readPhotos, untilDrawn, usePrintedPhotos } from './printedPhotos.ts';
import { RecordOnPaper } from './RecordOnPaper.tsx';

/** A filed record on paper, and, for whoever may, as a file. */
export const TakeAlong = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation('exports');
  const mayExport = useMay('export-records');
  const [exporting, setExporting] = useState(false);
  const [printedAt, setPrintedAt] = useState(() => new Date().toISOString());
  const [photos, setPhotos] = usePrintedPhotos();
  const leaving = useLeaving();
  const read = useCommand((client) => readPhotos(client, incident.id, leaving.current.signal));
  const print = async (): Promise<void> => {
    const { signal } = leaving.current;
    const pictures = await read.run();
    if (!pictures.ok || signal.aborted) return;
    // What is printed says when, and shows the photos: all of it has to stand there before the printer looks.
    flushSync(() => {
      setPrintedAt(new Date().toISOString());
      setPhotos(pictures.value);
    });
    await untilDrawn(pictures.value);
    window.print();
  };
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} loading={read.busy} onClick={() => void print()}>
        {t('print')}
      </Button>
      {mayExport && (
        <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden />} onClick={() => setExporting(true)}>
          {t('open')}
        </Button>
      )}
      {exporting && <ExportDialog records={[incident.id]} onClose={() => setExporting(false)} />}
      <ProblemNote problem={read.problem} />
      <RecordOnPaper incident={incident} at={printedAt} photos={photos} />
    </Group>
  );
};
