import { useTranslation } from 'react-i18next';
import type { PlanDocument, StationSettings } from '../../main/contract/index.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useChangeSettings } from '../settings/useChangeSettings.ts';
import { useChangePlans } from './usePlans.ts';
import { WeeklySpans } from './WeeklySpans.tsx';

/** When the site is open, for steps that hold only then. */
export const SiteHoursSetting = ({ document }: { readonly document: PlanDocument }) => {
  const { t } = useTranslation('plans');
  const change = useChangePlans();
  return (
    <SettingRow wide title={t('hours.title')} hint={t('hours.hint')} standard={t('hours.default')} source="site">
      <WeeklySpans spans={document.hours} most={50} busy={change.busy} problem={change.problem} onSave={async (hours) => (await change.run(() => ({ hours: [...hours] }))).ok} />
    </SettingRow>
  );
};

/** When this desk counts as staffed by one person. */
export const AloneTimesSetting = ({ settings }: { readonly settings: StationSettings }) => {
  const { t } = useTranslation('plans');
  const change = useChangeSettings();
  return (
    <SettingRow wide title={t('aloneTimes.title')} hint={t('aloneTimes.hint')} standard={t('aloneTimes.default')} source="station">
      <WeeklySpans spans={settings.aloneTimes} most={30} busy={change.busy} problem={change.problem} onSave={async (aloneTimes) => (await change.run({ aloneTimes: [...aloneTimes] })).ok} />
    </SettingRow>
  );
};
