import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MadeFile, StationClient, WindowLanguage } from '../../main/contract/index.ts';
import { fromBase64 } from '../attachments/transfer.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { readersLanguage } from '../shared/locale.ts';
import { saveFile } from '../shared/saveFile.ts';

interface Props {
  /** Asks the station for it, in the language of whoever reads the window. */
  readonly make: (client: StationClient, language: WindowLanguage) => Promise<MadeFile>;
  readonly variant?: 'default' | 'subtle';
}

/** A page that the station sets, as a file. */
export const SavePdf = ({ make, variant = 'default' }: Props) => {
  const { t } = useTranslation('exports');
  const file = useCommand((client) => make(client, readersLanguage()));
  const save = async (): Promise<void> => {
    const made = await file.run();
    if (made.ok) saveFile(made.value.name, new Blob([fromBase64(made.value.bytes)], { type: made.value.type }));
  };
  return (
    <>
      <Button variant={variant} leftSection={<IconFileTypePdf size={20} aria-hidden />} loading={file.busy} onClick={() => void save()}>
        {t('savePdf')}
      </Button>
      <ProblemNote problem={file.problem} />
    </>
  );
};
