import { Button, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../main/contract/index.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { absoluteTime } from '../shared/time.ts';
import { formatBytes } from './formatBytes.ts';
import { stationWords } from '../shared/stationWords/stationWords.ts';

/** When the last was made, what went wrong with it, and another one at once. */
export const BackupNow = ({ backups }: { readonly backups: BackupState }) => {
  const { t } = useTranslation('backups');
  const [made, setMade] = useState<string | null>(null);
  const make = useCommand((client) => client.backup.make({ file: null, force: false }));
  const stop = useCommand((client) => client.backup.stop());
  const { last, running, problem, filesProblem, passphraseSince, schedule } = backups;
  const files = last?.files;
  const lacking = files?.problem == null || last === null ? filesProblem : { at: last.at, ...files.problem };
  const begin = async (): Promise<void> => {
    setMade(null);
    const outcome = await make.run();
    if (outcome.ok) setMade(outcome.value.file);
  };

  return (
    <SettingRow wide title={t('title')} hint={t('hint')}>
      <Stack align="flex-start" gap="sm">
        <Text>
          {last === null ? t('never') : t('last', { time: absoluteTime(last.at), size: formatBytes(last.bytes) })}
          {files !== undefined && files.held > 0 && ` ${t('files', { count: files.held, size: formatBytes(files.bytes) })}`}
        </Text>
        {files !== undefined && files.away > 0 && <Text c="dimmed">{t('away', { count: files.away })}</Text>}
        {problem !== null && <Text fw={600}>{t('failed', { time: absoluteTime(problem.at), message: stationWords(problem.message), remedy: stationWords(problem.remedy) })}</Text>}
        {lacking != null && <Text fw={600}>{t('failed', { time: absoluteTime(lacking.at), message: stationWords(lacking.message), remedy: stationWords(lacking.remedy) })}</Text>}
        {passphraseSince === null ? (
          <Text c="dimmed">{t('needsPassphrase')}</Text>
        ) : schedule === null ? (
          <Text c="dimmed">{t('needsFolder')}</Text>
        ) : (
          <Button variant="default" aria-disabled={running !== null} loading={make.busy} onClick={() => void begin()}>
            {t('make')}
          </Button>
        )}
        {running !== null && (
          <>
            <Text>{running.files === undefined ? t('making') : t('copying', running.files)}</Text>
            <Progress w="100%" aria-label={t('making')} value={running.expected === 0 ? 0 : (100 * running.written) / running.expected} />
            <Button variant="subtle" size="compact-sm" loading={stop.busy} onClick={() => void stop.run()}>
              {t('stop')}
            </Button>
            <ProblemNote problem={stop.problem} />
          </>
        )}
        <Text role="status">{made !== null && t('made', { file: made })}</Text>
        {problem === null && <ProblemNote problem={make.problem} />}
      </Stack>
    </SettingRow>
  );
};
