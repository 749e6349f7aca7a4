import { ActionIcon, Autocomplete, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NewFollowUp } from '../../main/contract/index.ts';
import form from '../incidents/DraftForm.module.css';
import { DayField } from '../shared/fields/DayField.tsx';
import { useToday } from '../shared/fields/useToday.ts';
import classes from './Paperwork.module.css';
import { ownerCalled, useStaffNames } from './useStaffNames.ts';

interface Props {
  readonly followUps: readonly NewFollowUp[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (followUps: NewFollowUp[]) => void;
}

export const emptyFollowUp: NewFollowUp = { what: '', owner: { staff: null, name: '' }, due: null };

/** What is to be done afterwards, a line each. */
export const FollowUpRows = ({ followUps, errors, onChange }: Props) => {
  const { t } = useTranslation('paperwork');
  return (
    <div role="group" aria-labelledby="follow-ups" className={form.rows}>
      <div>
        <Text id="follow-ups" fw={500}>
          {t('followUps.title')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('followUps.hint')}
        </Text>
      </div>
      {followUps.map((followUp, index) => (
        <div key={index} className={classes.task} role="group" aria-label={t('followUps.task', { number: index + 1 })}>
          <FollowUpFields followUp={followUp} error={errors[`followUps.${index}.what`]} onChange={(changed) => onChange(followUps.map((row, at) => (at === index ? changed : row)))} />
          <ActionIcon aria-label={t('followUps.remove', { number: index + 1 })} onClick={() => onChange(followUps.filter((_row, at) => at !== index))}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={followUps.length >= 20} onClick={() => onChange([...followUps, emptyFollowUp])}>
          {t('followUps.add')}
        </Button>
      </div>
    </div>
  );
};

interface FieldsProps {
  readonly followUp: NewFollowUp;
  readonly error?: string | undefined;
  /** Without it what is to be done stands fast. */
  readonly withWhat?: boolean;
  readonly onChange: (followUp: NewFollowUp) => void;
}

export const FollowUpFields = ({ followUp, error, withWhat = true, onChange }: FieldsProps) => {
  const { t } = useTranslation('paperwork');
  const staff = useStaffNames();
  const today = useToday();
  const isOver = followUp.due !== null && followUp.due < today;
  return (
    <>
      {withWhat && <TextInput className={classes.what ?? ''} label={t('followUps.what')} value={followUp.what} maxLength={300} error={error} onChange={(event) => onChange({ ...followUp, what: event.currentTarget.value })} />}
      <Autocomplete label={t('followUps.owner')} data={[...new Set(staff.map(({ name }) => name))]} value={followUp.owner.name} maxLength={80} comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }} onChange={(name) => onChange({ ...followUp, owner: ownerCalled(name, staff) })} />
      <DayField side="future" label={t('followUps.due')} value={followUp.due ?? ''} doubt={isOver ? t('doubt.past-due') : undefined} onChange={(due) => onChange({ ...followUp, due: due === '' ? null : due })} />
    </>
  );
};
