import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BindTrigger.module.css';
import { FoundDevices } from './FoundDevices.tsx';
import { KeyboardPedals } from './KeyboardPedals.tsx';
import { useCapture } from './useCapture.ts';
import type { Found } from './useCapture.ts';

interface PressItNowProps {
  readonly title: string;
  readonly hint: string;
  /** Keys count as well as pedals and buttons. */
  readonly keys: boolean;
  readonly onFound: (found: Found) => void;
  readonly onCancel?: () => void;
}

/** Waits for one press, and shows meanwhile what is plugged in. */
export const PressItNow = ({ title, hint, keys, onFound, onCancel }: PressItNowProps) => {
  const { t } = useTranslation('binding');
  const { devices, held, keyTaken } = useCapture(keys, onFound);
  return (
    <div className={classes.listening}>
      <Text fw={600} size="lg" role="status">
        {/* What moves before the station has looked is taken for the device's own restlessness. */}
        {devices === null ? t('soon') : held === null ? title : t('held', { name: held.name })}
      </Text>
      <Text c="dimmed">{keyTaken ? t('keyTaken') : hint}</Text>
      {devices !== null && <FoundDevices devices={devices} />}
      {keys && <KeyboardPedals devices={devices ?? []} />}
      {onCancel !== undefined && (
        <Button variant="default" mt="md" onClick={onCancel}>
          {t('again')}
        </Button>
      )}
    </div>
  );
};
