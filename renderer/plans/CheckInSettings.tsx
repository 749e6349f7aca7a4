import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alarmLevelSchema, planDocumentSchema } from '../../main/contract/index.ts';
import type { PlanDocument } from '../../main/contract/index.ts';
import { flawsOf } from '../settings/flaws.ts';
import { NumberField } from '../settings/NumberField.tsx';
import { SettingRow } from '../settings/SettingRow.tsx';
import classes from './Plans.module.css';
import { SettingForm } from './SettingForm.tsx';
import { useFlawWords } from './useFlawWords.ts';
import { useChangePlans } from './usePlans.ts';

/** How often whoever works alone is asked, how long there is to answer, and what a missed answer makes. */
export const CheckInSettings = ({ document }: { readonly document: PlanDocument }) => {
  const { t } = useTranslation('plans');
  const change = useChangePlans();
  const stored = { every: String(document.checkIn.every), grace: String(document.checkIn.grace), level: document.checkIn.level };
  const [edited, setEdited] = useState<typeof stored | null>(null);
  const shown = edited ?? stored;
  const number = (digits: string): number => (digits === '' ? Number.NaN : Number(digits));
  const parsed = planDocumentSchema.shape.checkIn.safeParse({ every: number(shown.every), grace: number(shown.grace), level: shown.level });
  const error = useFlawWords(parsed.success ? [] : flawsOf(parsed.error));
  const save = async (): Promise<void> => {
    if (parsed.success && (await change.run(() => ({ checkIn: parsed.data }))).ok) setEdited(null);
  };

  return (
    <SettingRow wide title={t('checkIn.title')} hint={t('checkIn.hint')} standard={t('checkIn.default')} source="site">
      <SettingForm edited={edited !== null} busy={change.busy} problem={change.problem} onSave={save}>
        <div className={classes.pair}>
          <NumberField label={t('checkIn.every')} description={t('checkIn.everyHint')} value={shown.every} error={error('every')} onChange={(every) => setEdited({ ...shown, every })} />
          <NumberField label={t('checkIn.grace')} description={t('checkIn.graceHint')} value={shown.grace} error={error('grace')} onChange={(grace) => setEdited({ ...shown, grace })} />
          <NativeSelect label={t('checkIn.level')} value={shown.level} data={alarmLevelSchema.options.map((level) => ({ value: level, label: t(`checkIn.${level}`) }))} onChange={(event) => setEdited({ ...shown, level: alarmLevelSchema.parse(event.currentTarget.value) })} />
        </div>
      </SettingForm>
    </SettingRow>
  );
};
