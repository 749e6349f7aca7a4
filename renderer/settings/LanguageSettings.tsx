import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { windowLanguages, windowLanguageSchema } from '../../main/contract/index.ts';
import type { StationSettings, WindowLanguage } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { ownName } from '../shared/LanguageChoice.tsx';
import { useSession } from '../shared/useSession.ts';
import { SettingRow } from './SettingRow.tsx';
import { useChangeSettings } from './useChangeSettings.ts';

interface ChoiceProps {
  readonly label: string;
  /** What holds while nothing is chosen. */
  readonly usual: string;
  readonly value: WindowLanguage | null;
  readonly onChoose: (language: WindowLanguage | null) => void;
}

const Choice = ({ label, usual, value, onChoose }: ChoiceProps) => (
  <NativeSelect
    aria-label={label}
    value={value ?? ''}
    data={[{ value: '', label: usual }, ...windowLanguages.map((language) => ({ value: language, label: ownName(language) }))]}
    onChange={(event) => onChoose(windowLanguageSchema.safeParse(event.currentTarget.value).data ?? null)}
  />
);

/** Of this desk, for whoever has not chosen another one. */
export const DeskLanguageSetting = ({ settings }: { readonly settings: StationSettings }) => {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  return (
    <SettingRow title={t('language.title')} hint={t('language.hint')} standard={t('language.machine')} source="station">
      <Choice label={t('language.title')} usual={t('language.machine')} value={settings.language} onChoose={(language) => void change.run({ language })} />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

/** Of whoever is signed in, at every desk. */
export const OwnLanguageSetting = () => {
  const { t } = useTranslation('settings');
  const session = useSession();
  const choose = useCommand((client, language: WindowLanguage | null) => client.session.chooseLanguage({ language }));
  return (
    <SettingRow title={t('ownLanguage.title')} hint={t('ownLanguage.hint')} standard={t('ownLanguage.desk')} source="site">
      <Choice label={t('ownLanguage.title')} usual={t('ownLanguage.desk')} value={session?.language ?? null} onChoose={(language) => void choose.run(language)} />
      <ProblemNote problem={choose.problem} />
    </SettingRow>
  );
};
