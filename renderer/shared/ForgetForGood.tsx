import { Button, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { erasureReasonSchema } from '../../main/contract/index.ts';
import type { ErasureReason, StationClient } from '../../main/contract/index.ts';
import { useCommand } from './connection/hooks.tsx';
import { ProblemNote } from './connection/ProblemNote.tsx';
import classes from './ForgetForGood.module.css';

interface Props {
  readonly open: string;
  readonly title: string;
  readonly text: string;
  readonly erase: (client: StationClient, reason: ErasureReason) => Promise<unknown>;
  readonly onErased: () => void;
  /** What else is to be known or chosen before. */
  readonly children?: ReactNode;
}

/** Forgetting something everywhere: asked once, with a reason that is kept, and never with Enter alone. */
export const ForgetForGood = ({ open, title, text, erase, onErased, children }: Props) => {
  const { t } = useTranslation('shared');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<ErasureReason | null>(null);
  const command = useCommand((client, why: ErasureReason) => erase(client, why));

  const finish = async (why: ErasureReason): Promise<void> => {
    const erased = await command.run(why);
    if (erased.ok) onErased();
  };

  return (
    <>
      <div>
        <Button variant="subtle" mod="flush" size="compact-md" onClick={() => setAsking(true)}>
          {open}
        </Button>
      </div>
      <Modal opened={asking} onClose={() => setAsking(false)} title={title} withCloseButton={false}>
        <Stack gap="md">
          <Text>{text}</Text>
          <Radio.Group label={t('forget.reason')} description={t('forget.reasonHint')} value={reason} onChange={(value) => setReason(erasureReasonSchema.parse(value))}>
            <Stack gap={0} mt="xs">
              {erasureReasonSchema.options.map((option) => (
                <Radio key={option} value={option} label={t(`forget.reasons.${option}`)} classNames={{ body: classes.choice ?? '', labelWrapper: classes.choiceLabel ?? '' }} />
              ))}
            </Stack>
          </Radio.Group>
          {children}
          <ProblemNote problem={command.problem} />
          <div className={classes.answers}>
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {t('forget.back')}
            </Button>
            <Button loading={command.busy} disabled={reason === null} onClick={() => reason !== null && void finish(reason)}>
              {t('forget.erase')}
            </Button>
          </div>
        </Stack>
      </Modal>
    </>
  );
};
