import { Button, Group, Modal, Progress, Radio, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormatSchema, mostExported, type ExportFormat, type ExportProgress } from '../../main/contract/index.ts';
import { useBlobAddress } from '../attachments/useBlobAddress.ts';
import { Tick } from '../settings/Tick.tsx';
import { ChoiceCards, type Choice } from '../shared/ChoiceCards.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import { useExport } from './useExport.ts';

interface Props {
  /** Their ids. */
  readonly records: readonly string[];
  readonly onClose: () => void;
}

/** Asks as what records are to leave the house, and hands the file over. */
export const ExportDialog = ({ records, onClose }: Props) => {
  const { t } = useTranslation('exports');
  return (
    <Modal opened onClose={onClose} title={t('title', { count: records.length })} withCloseButton={false} size="min(40rem, 96vw)">
      <ExportSteps records={records} onClose={onClose} />
    </Modal>
  );
};

const ExportSteps = ({ records, onClose }: Props) => {
  const { t } = useTranslation('exports');
  const mayOpenOriginals = useMay('open-originals');
  const formats = exportFormatSchema.options.filter((option) => records.length <= mostExported[option]);
  const [format, setFormat] = useState<ExportFormat>(formats[0] ?? 'csv');
  const [originals, setOriginals] = useState(false);
  const { make, progress, made, forget } = useExport(records);
  const address = useBlobAddress(made?.content);
  const choiceOf = (option: ExportFormat, fits: boolean): Choice => ({ value: option, label: t(`formats.${option}`), hint: fits ? t(`hints.${option}`) : t('tooMany', { count: mostExported[option] }), disabled: !fits });
  const withFiles = format === 'pdf' || format === 'bundle';

  if (made !== null)
    return (
      <Stack gap="md">
        <Text role="status">{t('ready', { name: made.name, size: made.content.size < 1_000_000 ? t('size.kilobytes', { size: Math.ceil(made.content.size / 1000) }) : t('size.megabytes', { size: Math.ceil(made.content.size / 1_000_000) }) })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={forget}>
            {t('again')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('finished')}
          </Button>
          <Button component="a" href={address} download={made.name} leftSection={<IconDownload size={18} aria-hidden />}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="md">
      <Radio.Group label={t('format')} value={format} readOnly={make.busy} onChange={(value) => setFormat(exportFormatSchema.parse(value))}>
        <ChoiceCards choices={exportFormatSchema.options.map((option) => choiceOf(option, formats.includes(option)))} focusFirst />
      </Radio.Group>
      {withFiles && mayOpenOriginals && <Tick label={t('originals')} hint={t('originalsHint')} ticked={originals} onTick={setOriginals} />}
      <Text size="sm" c="dimmed">
        {t(format === 'csv' ? 'notedTable' : 'noted')}
      </Text>
      <Making progress={progress} />
      <ProblemNote problem={make.problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={make.busy} onClick={() => void make.run({ format, originals: originals && withFiles && mayOpenOriginals })}>
          {t('make')}
        </Button>
      </Group>
    </Stack>
  );
};

const Making = ({ progress }: { readonly progress: ExportProgress | null }) => {
  const { t } = useTranslation('exports');
  if (progress === null) return null;
  const { done, of } = progress;
  return (
    <div role="status">
      <Text size="sm">{done < of ? t('reading', { done, of }) : t('making')}</Text>
      <Progress value={(100 * done) / of} animated={done === of} aria-hidden mt={4} />
    </div>
  );
};
