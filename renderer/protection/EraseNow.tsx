import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Retention } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Protection.module.css';
import { useRetentionPreview } from './useRetention.ts';
import { useCounts } from './useWords.ts';

/** Not to wait for the night: asked once more, and never with Enter alone. */
export const EraseNow = ({ settings, onErased }: { readonly settings: Retention; readonly onErased: () => Promise<void> }) => {
  const { t } = useTranslation('protection');
  const inWords = useCounts();
  const [asking, setAsking] = useState(false);
  const { data } = useRetentionPreview(settings);
  const carryOut = useCommand((client) => client.retention.carryOut());
  const count = (data?.due ?? []).reduce((sum, due) => sum + due.count, 0);

  const erase = async (): Promise<void> => {
    const carriedOut = await carryOut.run();
    if (!carriedOut.ok) return;
    setAsking(false);
    await onErased();
  };

  return (
    <>
      {count > 0 && (
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('now.open')}
          </Button>
        </div>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('now.title', { count })} withCloseButton={false}>
        <Stack gap="md">
          <Text>{t('now.text', { counts: inWords(data?.due ?? []) })}</Text>
          <ProblemNote problem={carryOut.problem} />
          <div className={classes.answers}>
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {t('now.back')}
            </Button>
            <Button loading={carryOut.busy} onClick={() => void erase()}>
              {t('now.erase')}
            </Button>
          </div>
        </Stack>
      </Modal>
    </>
  );
};
