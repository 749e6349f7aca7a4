import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../main/contract/index.ts';
import classes from './ChannelTest.module.css';
import { useCommand } from './connection/hooks.tsx';
import { ProblemNote } from './connection/ProblemNote.tsx';
import { formatTenths } from './locale.ts';

/** Sends a message that says it is a test, and says how it ended. It can be left while it is under way. */
export const ChannelTest = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { t } = useTranslation('shared');
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const test = useCommand((client) => client.channel.test({ id }));
  const send = async (): Promise<void> => {
    if (test.busy) return;
    setAttempt(null);
    const sent = await test.run();
    if (sent.ok) setAttempt(sent.value);
  };
  return (
    <div className={classes.test}>
      <Button variant="default" aria-label={t(test.busy ? 'channelTest.sendingTo' : 'channelTest.sendTo', { name })} aria-disabled={test.busy} onClick={() => void send()}>
        {test.busy ? t('channelTest.sending') : t('channelTest.send')}
      </Button>
      <div role="status" className={classes.outcome}>
        {attempt !== null && (
          <Text fw={600} data-outcome={attempt.outcome}>
            {t(`channelTest.${attempt.outcome}`, { seconds: seconds(attempt.duration) })} <span className={classes.answer}>{attempt.answer}</span>
          </Text>
        )}
      </div>
      <ProblemNote problem={test.problem} />
    </div>
  );
};

const seconds = (milliseconds: number): string => formatTenths(milliseconds / 1_000);
