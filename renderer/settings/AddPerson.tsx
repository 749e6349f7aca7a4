import { Box, Button, Group, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newStaffSchema, roleSchema } from '../../main/contract/index.ts';
import type { Role } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { stationWords } from '../shared/stationWords/stationWords.ts';

/** Whoever adds a person knows the PIN: it is for one sign-in. */
const nobody = { name: '', role: 'desk' as Role, pin: '', temporary: true };

interface Props {
  /** What was said of the one before is over. */
  readonly onTry: () => void;
  readonly onAdded: (name: string) => void;
}

export const AddPerson = ({ onTry, onAdded }: Props) => {
  const { t } = useTranslation(['settings', 'shared']);
  const [person, setPerson] = useState(nobody);
  const [tried, setTried] = useState(false);
  const add = useCommand((client) => client.staff.add(person));
  const issues = newStaffSchema.safeParse(person).error?.issues ?? [];
  const flaw = (field: string): string | null => (tried ? stationWords(issues.find(({ path }) => path[0] === field)?.message ?? '') || null : null);

  const submit = async (): Promise<void> => {
    setTried(true);
    onTry();
    if (issues.length > 0 || !(await add.run()).ok) return;
    onAdded(person.name);
    setPerson(nobody);
    setTried(false);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group align="flex-start">
        <TextInput
          flex="1 1 12rem"
          label={t('settings:people.name')}
          autoComplete="off"
          value={person.name}
          error={flaw('name') ?? (add.problem?.field === 'name' ? stationWords(add.problem.message) : null)}
          onChange={(event) => {
            setPerson({ ...person, name: event.currentTarget.value });
            add.forget();
          }}
        />
        <NativeSelect
          label={t('settings:people.role')}
          value={person.role}
          data={roleSchema.options.map((role) => ({ value: role, label: t(`shared:role.${role}`) }))}
          onChange={(event) => setPerson({ ...person, role: roleSchema.parse(event.currentTarget.value) })}
        />
        <PasswordInput
          miw="10rem"
          label={t('settings:people.pin')}
          inputMode="numeric"
          autoComplete="off"
          value={person.pin}
          error={flaw('pin')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={t('settings:people.pinHint')}
          onChange={(event) => setPerson({ ...person, pin: event.currentTarget.value.replaceAll(/\D/g, '') })}
        />
        <Button type="submit" mt="1.65rem" loading={add.busy}>
          {t('settings:people.add')}
        </Button>
      </Group>
      <Box mt="xs">
        <ProblemNote problem={add.problem} />
      </Box>
    </form>
  );
};
