import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { absoluteTime } from '../shared/time.ts';
import classes from './InviteSetting.module.css';
import { SettingRow } from './SettingRow.tsx';

/** Makes a one-time code for one more station and shows it large enough to be read across a room. */
export const InviteSetting = () => {
  const { t } = useTranslation('settings');
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [copied, setCopied] = useState(false);
  const invite = useCommand((client) => client.site.invite({ hours: 24 }));
  const make = async (): Promise<void> => {
    const made = await invite.run();
    if (!made.ok) return;
    setInvitation(made.value);
    setCopied(false);
  };

  return (
    <SettingRow wide title={t('invite.title')} hint={t('invite.hint')}>
      <Stack align="flex-start">
        {invitation !== null && (
          <div role="status">
            <code className={classes.code} aria-label={t('invite.code')}>
              {invitation.code}
            </code>
            <Text>{t('invite.until', { time: absoluteTime(invitation.expires) })}</Text>
          </div>
        )}
        <Group>
          <Button variant="default" loading={invite.busy} onClick={() => void make()}>
            {t('invite.make')}
          </Button>
          {invitation !== null && (
            <Button variant="default" onClick={() => void navigator.clipboard.writeText(invitation.code).then(() => setCopied(true), () => setCopied(false))}>
              {copied ? t('invite.copied') : t('invite.copy')}
            </Button>
          )}
        </Group>
        <ProblemNote problem={invite.problem} />
      </Stack>
    </SettingRow>
  );
};
