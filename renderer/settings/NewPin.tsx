import { Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';

interface NewPinProps {
  readonly staff: string;
  readonly name: string;
  readonly onSet: () => void;
  readonly onCancel: () => void;
}

export const NewPin = ({ staff, name, onSet, onCancel }: NewPinProps) => {
  const { t } = useTranslation('settings');
  const [pin, setPin] = useState('');
  const set = useCommand((client) => client.staff.setPin({ staff, pin }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void set.run().then(({ ok }) => {
          if (ok) onSet();
        });
      }}
    >
      <Group gap="xs">
        <PasswordInput miw="10rem" autoFocus inputMode="numeric" autoComplete="off" aria-label={t('people.newPinOf', { name })} value={pin} onChange={(event) => setPin(event.currentTarget.value.replaceAll(/\D/g, ''))} />
        <Button type="submit" loading={set.busy}>
          {t('people.setPin')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('people.cancel')}
        </Button>
      </Group>
      <ProblemNote problem={set.problem} />
    </form>
  );
};
