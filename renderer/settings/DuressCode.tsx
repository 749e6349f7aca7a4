import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinSchema } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { firstFlaw } from '../shared/stationWords/firstFlaw.ts';

interface Props {
  readonly staff: string;
  readonly name: string;
}

/** Sets or takes away somebody's second code. Whether one is set is not told to anybody. */
export const DuressCode = ({ staff, name }: Props) => {
  const { t } = useTranslation('settings');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const set = useCommand((client, chosen: string | null) => client.staff.setDuressCode({ staff, code: chosen }));
  const flaw = tried ? firstFlaw(pinSchema, code) : null;
  const keep = async (chosen: string | null): Promise<void> => {
    setSaid('');
    if (!(await set.run(chosen)).ok) return;
    setCode('');
    setTried(false);
    setSaid(t(chosen === null ? 'duress.removed' : 'duress.set', { name }));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (pinSchema.safeParse(code).success) void keep(code);
      }}
    >
      <Group align="flex-start" gap="xs">
        <PasswordInput miw="12rem" label={t('duress.label')} inputMode="numeric" autoComplete="off" value={code} error={flaw} onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, ''))} />
        <Button type="submit" mt="1.65rem" loading={set.busy} aria-label={t('duress.saveOf', { name })}>
          {t('duress.save')}
        </Button>
        <Button variant="default" mt="1.65rem" aria-label={t('duress.removeOf', { name })} onClick={() => void keep(null)}>
          {t('duress.remove')}
        </Button>
      </Group>
      <Text role="status">{said}</Text>
      <ProblemNote problem={set.problem} />
    </form>
  );
};
