import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinSchema } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { firstFlaw } from '../shared/stationWords/firstFlaw.ts';

interface NewPinProps {
  readonly staff: string;
  readonly name: string;
  readonly onSet: () => void;
}

/** In place of a forgotten one, for one sign-in: then the person chooses another. */
export const NewPin = ({ staff, name, onSet }: NewPinProps) => {
  const { t } = useTranslation('settings');
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const set = useCommand((client) => client.staff.setPin({ staff, pin }));
  const flaw = tried ? firstFlaw(pinSchema, pin) : null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (!pinSchema.safeParse(pin).success || !(await set.run()).ok) return;
    setPin('');
    setTried(false);
    onSet();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Group gap="xs" align="flex-start">
        <PasswordInput
          w="12rem"
          label={t('people.newPin')}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          error={flaw}
          onChange={(event) => setPin(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
        <Button type="submit" variant="default" mt="1.65rem" loading={set.busy} aria-label={t('people.setPinOf', { name })}>
          {t('people.setPin')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('people.newPinHint')}
      </Text>
      <ProblemNote problem={set.problem} />
    </form>
  );
};
