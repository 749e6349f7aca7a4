import { ActionIcon, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tick } from '../settings/Tick.tsx';
import { callSchema, involvedSchema, mostCalls, mostInvolved } from '../../main/contract/index.ts';
import { doubtBelow } from '../shared/fields/doubtBelow.ts';
import classes from './DraftForm.module.css';
import type { ReportErrors } from './reportErrors.ts';
import type { Report } from './draftPen.ts';

const roles = involvedSchema.shape.role.options;
const services = callSchema.shape.service.options;

interface InvolvedProps {
  readonly involved: Report['involved'];
  readonly errors: ReportErrors;
  readonly onChange: (involved: Report['involved']) => void;
}

/** A row a person, as many as there were. */
export const InvolvedRows = ({ involved, errors, onChange }: InvolvedProps) => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  const set = (index: number, part: Partial<Report['involved'][number]>): void => onChange(involved.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <div role="group" aria-labelledby="involved" className={classes.rows}>
      <div>
        <Text id="involved" fw={500}>
          {t('form.involved')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('form.involvedHint')}
        </Text>
      </div>
      {involved.map(({ role, name, description, contact, injured }, index) => (
        <div key={index} className={classes.person} role="group" aria-label={t('form.person', { number: index + 1 })}>
          <NativeSelect label={t('form.role')} value={role} data={roles.map((value) => ({ value, label: t(`form.roles.${value}`) }))} onChange={(event) => set(index, { role: involvedSchema.shape.role.parse(event.currentTarget.value) })} />
          <TextInput label={t('paperwork:involved.name')} value={name} maxLength={120} error={errors[`involved.${index}.name`]} onChange={(event) => set(index, { name: event.currentTarget.value })} />
          <TextInput className={classes.whole ?? ''} label={t('form.description')} value={description} maxLength={500} error={errors[`involved.${index}.description`]} onChange={(event) => set(index, { description: event.currentTarget.value })} />
          <TextInput label={t('paperwork:involved.contact')} value={contact} maxLength={120} error={errors[`involved.${index}.contact`]} onChange={(event) => set(index, { contact: event.currentTarget.value })} />
          <Tick label={t('paperwork:involved.injured')} ticked={injured} onTick={(ticked) => set(index, { injured: ticked })} />
          <ActionIcon className={classes.away ?? ''} aria-label={t('form.removePerson', { number: index + 1 })} onClick={() => onChange(involved.filter((_row, at) => at !== index))}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={involved.length >= mostInvolved} onClick={() => onChange([...involved, involvedSchema.parse({ role: 'customer', description: '' })])}>
          {t('form.addPerson')}
        </Button>
      </div>
    </div>
  );
};

interface CallProps {
  readonly calls: Report['calls'];
  readonly errors: ReportErrors;
  /** By the same paths; they hinder nobody. */
  readonly doubts: ReportErrors;
  readonly onChange: (calls: Report['calls']) => void;
}

/** A row for each service that was called from outside. */
export const CallRows = ({ calls, errors, doubts, onChange }: CallProps) => {
  const { t } = useTranslation('incidents');
  const set = (index: number, part: Partial<Report['calls'][number]>): void => onChange(calls.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <div role="group" aria-labelledby="calls" className={classes.rows}>
      <Text id="calls" fw={500}>
        {t('form.calls')}
      </Text>
      {calls.map(({ service, reference, at: time }, index) => (
        <div key={index} className={classes.row} data-fields="3">
          <NativeSelect label={t('form.service')} value={service} data={services.map((value) => ({ value, label: t(`form.services.${value}`) }))} onChange={(event) => set(index, { service: callSchema.shape.service.parse(event.currentTarget.value) })} />
          <TextInput label={t('form.reference')} value={reference} maxLength={80} error={errors[`calls.${index}.reference`]} onChange={(event) => set(index, { reference: event.currentTarget.value })} />
          <TextInput {...doubtBelow(doubts[`calls.${index}.at`])} label={t('form.callAt')} value={time} maxLength={40} error={errors[`calls.${index}.at`]} onChange={(event) => set(index, { at: event.currentTarget.value })} />
          <ActionIcon aria-label={t('form.removeCall', { number: index + 1 })} onClick={() => onChange(calls.filter((_row, at) => at !== index))}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={calls.length >= mostCalls} onClick={() => onChange([...calls, { service: 'police', reference: '', at: '' }])}>
          {t('form.addCall')}
        </Button>
      </div>
    </div>
  );
};
