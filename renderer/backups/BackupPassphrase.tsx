import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseSchema } from '../../main/contract/index.ts';
import type { BackupState } from '../../main/contract/index.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { absoluteTime } from '../shared/time.ts';

const nothing = { passphrase: '', again: '' };

/** Typed twice, since nobody can look at it again. */
export const BackupPassphrase = ({ since }: { readonly since: BackupState['passphraseSince'] }) => {
  const { t } = useTranslation('backups');
  const [typed, setTyped] = useState(nothing);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const set = useCommand((client) => client.backup.setPassphrase({ passphrase: typed.passphrase }));
  const isLong = passphraseSchema.safeParse(typed.passphrase).success;
  const isSame = typed.passphrase === typed.again;
  const change = (changed: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...changed });
    setDone(false);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isLong || !isSame || !(await set.run()).ok) return;
    setTyped(nothing);
    setTried(false);
    setDone(true);
  };

  return (
    <SettingRow wide title={t('passphrase.title')} hint={t('passphrase.hint')}>
      <Text mb="xs">{since === null ? t('passphrase.none') : t('passphrase.since', { time: absoluteTime(since) })}</Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Group align="flex-start">
          <PasswordInput miw="20rem" autoComplete="new-password" label={t('passphrase.label')} value={typed.passphrase} error={tried && !isLong ? t('passphrase.short') : null} onChange={(event) => change({ passphrase: event.currentTarget.value })} />
          <PasswordInput miw="20rem" autoComplete="new-password" label={t('passphrase.again')} value={typed.again} error={tried && isLong && !isSame ? t('passphrase.differ') : null} onChange={(event) => change({ again: event.currentTarget.value })} />
        </Group>
        <Button type="submit" variant="default" mt="sm" loading={set.busy} disabled={typed.passphrase === ''}>
          {t('passphrase.set')}
        </Button>
        <Text role="status">{done && t('passphrase.done')}</Text>
        <ProblemNote problem={set.problem} />
      </form>
    </SettingRow>
  );
};
