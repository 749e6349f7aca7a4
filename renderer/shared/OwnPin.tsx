import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinSchema } from '../../main/contract/index.ts';
import { useCommand } from './connection/hooks.tsx';
import { ProblemNote } from './connection/ProblemNote.tsx';

const empty = { pin: '', newPin: '', again: '' };

/** Changes one's own PIN: the present one, and the new one twice. */
export const OwnPin = ({ autoFocus = false }: { readonly autoFocus?: boolean }) => {
  const { t } = useTranslation('shared');
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const change = useCommand((client) => client.session.changePin({ pin: typed.pin, newPin: typed.newPin }));
  const flaws = {
    pin: typed.pin === '' ? t('ownPin.missing') : null,
    newPin: pinSchema.safeParse(typed.newPin).success ? null : t('ownPin.digits'),
    again: typed.again === typed.newPin ? null : t('ownPin.differs'),
  };
  const save = async (): Promise<void> => {
    setTried(true);
    setSaid('');
    if (Object.values(flaws).some((flaw) => flaw !== null) || !(await change.run()).ok) return;
    setTyped(empty);
    setTried(false);
    setSaid(t('ownPin.changed'));
  };
  const field = (name: keyof typeof empty, focused = false) => (
    <PasswordInput
      autoFocus={focused}
      label={t(`ownPin.${name}`)}
      inputMode="numeric"
      autoComplete="off"
      maw="20rem"
      value={typed[name]}
      error={tried ? flaws[name] : null}
      visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 12) })}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm" align="stretch">
        {field('pin', autoFocus)}
        {field('newPin')}
        {field('again')}
        <ProblemNote problem={change.problem} />
        <div>
          <Button type="submit" loading={change.busy}>
            {t('ownPin.save')}
          </Button>
        </div>
        <Text role="status">{said}</Text>
      </Stack>
    </form>
  );
};
