import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BindTrigger.module.css';
import { useTriggerName } from './triggerName.ts';
import type { Found } from './useCapture.ts';

interface CautionProps {
  readonly found: Found;
  readonly onAccept: () => void;
  readonly onAgain: () => void;
}

/** What is dangerous about this device, before it is bound. */
export const Caution = ({ found, onAccept, onAgain }: CautionProps) => {
  const { t } = useTranslation('binding');
  const nameOf = useTriggerName();
  return (
    <Stack className={`${classes.listening} ${classes.caution}`} role="group" aria-label={t('caution')}>
      <Text fw={600} size="lg" role="status">
        {t('cautionTitle', { name: nameOf(found.trigger) })}
      </Text>
      <Text>{found.caution}</Text>
      <Group>
        <Button autoFocus onClick={onAgain}>
          {t('again')}
        </Button>
        <Button variant="default" onClick={onAccept}>
          {t('allTheSame')}
        </Button>
      </Group>
    </Stack>
  );
};
