import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../main/contract/index.ts';
import { FieldGroup } from '../settings/FieldGroup.tsx';
import { Tick, Ticks } from '../settings/Tick.tsx';
import classes from './Plans.module.css';

interface Props {
  readonly when: Condition;
  readonly onChange: (when: Condition) => void;
}

/** Under what conditions a step holds; all that are chosen must. */
export const ConditionFields = ({ when, onChange }: Props) => {
  const { t } = useTranslation('plans');
  const { alone, outOfHours, ...always } = when;
  const set = (next: { readonly alone: boolean | undefined; readonly outOfHours: boolean | undefined }): void =>
    onChange({ ...always, ...(next.alone === undefined ? {} : { alone: next.alone }), ...(next.outOfHours === undefined ? {} : { outOfHours: next.outOfHours }) });
  return (
    <FieldGroup title={t('plan.conditions')}>
      <Ticks>
        <Tick label={t('condition.unacknowledged')} ticked={when.unacknowledged} onTick={(unacknowledged) => onChange({ ...when, unacknowledged })} />
        <Tick label={t('condition.emergency')} ticked={when.level === 'emergency'} onTick={(emergency) => onChange({ ...when, level: emergency ? 'emergency' : 'assist' })} />
      </Ticks>
      <div className={classes.pair}>
        <NativeSelect
          label={t('condition.alone')}
          value={choiceOf(alone)}
          data={[
            { value: 'any', label: t('condition.aloneAny') },
            { value: 'yes', label: t('condition.aloneYes') },
            { value: 'no', label: t('condition.aloneNo') },
          ]}
          onChange={(event) => set({ alone: chosen(event.currentTarget.value), outOfHours })}
        />
        <NativeSelect
          label={t('condition.hours')}
          value={choiceOf(outOfHours)}
          data={[
            { value: 'any', label: t('condition.hoursAny') },
            { value: 'yes', label: t('condition.hoursOut') },
            { value: 'no', label: t('condition.hoursIn') },
          ]}
          onChange={(event) => set({ alone, outOfHours: chosen(event.currentTarget.value) })}
        />
      </div>
    </FieldGroup>
  );
};

const choiceOf = (value: boolean | undefined): string => (value === undefined ? 'any' : value ? 'yes' : 'no');
const chosen = (value: string): boolean | undefined => (value === 'any' ? undefined : value === 'yes');
