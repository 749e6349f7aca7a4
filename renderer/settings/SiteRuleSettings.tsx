import { NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { siteSettingsSchema } from '../../main/contract/index.ts';
import type { SiteSettings } from '../../main/contract/index.ts';
import { useCommand, useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { SettingRow } from './SettingRow.tsx';

const standard = siteSettingsSchema.parse({});
const minutes = [1, 2, 3, 5, 10, 15, 20, 30] as const;
const choices = { badge: siteSettingsSchema.shape.badge.unwrap(), rotaNames: siteSettingsSchema.shape.rotaNames.unwrap() };

const useSiteSettings = () => {
  const client = useStation();
  const queries = useQueryClient();
  const settings = useQuery({ queryKey: ['site settings'], queryFn: ({ signal }) => client.site.settings(undefined, { signal }), staleTime: 0 });
  const change = useCommand(async (station, changed: Partial<SiteSettings>) => {
    queries.setQueryData(['site settings'], await station.site.changeSettings(changed));
  });
  return { settings: settings.data ?? standard, change };
};

/** After how many minutes a terminal that was left signs out. */
export const SignOutAfterSetting = () => {
  const { t } = useTranslation('settings');
  const { settings, change } = useSiteSettings();
  const word = (count: number): string => t('signOutAfter.minutes', { count });
  const offered = minutes.some((each) => each === settings.signOutAfter) ? minutes : [...minutes, settings.signOutAfter].toSorted((a, b) => a - b);
  return (
    <SettingRow title={t('signOutAfter.title')} hint={t('signOutAfter.hint')} standard={word(standard.signOutAfter)} source="site">
      <NativeSelect aria-label={t('signOutAfter.title')} value={String(settings.signOutAfter)} data={offered.map((each) => ({ value: String(each), label: word(each) }))} onChange={(event) => void change.run({ signOutAfter: Number(event.currentTarget.value) })} />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

/** For whom a badge is enough. */
export const BadgeRuleSetting = () => {
  const { t } = useTranslation('settings');
  const { settings, change } = useSiteSettings();
  return (
    <SettingRow title={t('badgeRule.title')} hint={t('badgeRule.hint')} standard={t(`badgeRule.${standard.badge}`)} source="site">
      <NativeSelect aria-label={t('badgeRule.title')} value={settings.badge} data={choices.badge.options.map((value) => ({ value, label: t(`badgeRule.${value}`) }))} onChange={(event) => void change.run({ badge: choices.badge.parse(event.currentTarget.value) })} />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

/** How the noticeboard names those on the rota. */
export const RotaNamesSetting = () => {
  const { t } = useTranslation('settings');
  const { settings, change } = useSiteSettings();
  return (
    <SettingRow title={t('rotaNames.title')} hint={t('rotaNames.hint')} standard={t(`rotaNames.${standard.rotaNames}`)} source="site">
      <NativeSelect aria-label={t('rotaNames.title')} value={settings.rotaNames} data={choices.rotaNames.options.map((value) => ({ value, label: t(`rotaNames.${value}`) }))} onChange={(event) => void change.run({ rotaNames: choices.rotaNames.parse(event.currentTarget.value) })} />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};
