import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languagesOf, stationSettingsSchema } from '../../main/contract/index.ts';
import type { StationSettings } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { languageName } from '../shared/languageName.ts';
import { useProcedures } from '../shared/useProcedures.ts';
import { CueChoice } from '../training/CueChoice.tsx';
import { SettingRow } from './SettingRow.tsx';
import { useChangeSettings } from './useChangeSettings.ts';

const standard = stationSettingsSchema.parse({});

interface SettingProps {
  readonly settings: StationSettings;
}

/** A setting that is on or off. */
const Toggle = ({ name, settings }: SettingProps & { readonly name: 'publicView' | 'turnNotes' }) => {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  const word = (on: boolean): string => (on ? t('yes') : t('no'));
  return (
    <SettingRow title={t(`${name}.title`)} hint={t(`${name}.hint`)} standard={word(standard[name])} source="station">
      <Switch
        size="lg"
        aria-label={t(`${name}.title`)}
        label={word(settings[name])}
        checked={settings[name]}
        onChange={(event) => void change.run({ [name]: event.currentTarget.checked })}
      />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

export const PublicViewSetting = ({ settings }: SettingProps) => <Toggle name="publicView" settings={settings} />;
export const TurnNotesSetting = ({ settings }: SettingProps) => <Toggle name="turnNotes" settings={settings} />;

/** The languages that any of the procedures was written in or translated into. */
export const NotesLanguageSetting = ({ settings }: SettingProps) => {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  const shown = useProcedures() ?? [];
  const languages = [...new Set([...shown.flatMap(({ document }) => languagesOf(document)), ...(settings.notesLanguage === null ? [] : [settings.notesLanguage])])];
  return (
    <SettingRow title={t('notesLanguage.title')} hint={t('notesLanguage.hint')} standard={t('notesLanguage.asWritten')} source="station">
      <NativeSelect
        aria-label={t('notesLanguage.title')}
        value={settings.notesLanguage ?? ''}
        data={[{ value: '', label: t('notesLanguage.asWritten') }, ...languages.map((value) => ({ value, label: languageName(value) }))]}
        onChange={(event) => void change.run({ notesLanguage: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

const schemes = ['light', 'dark'] as const;

export const ColourSchemeSetting = ({ settings }: SettingProps) => {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  return (
    <SettingRow title={t('colourScheme.title')} hint={t('colourScheme.hint')} standard={t(`colourScheme.${standard.colourScheme}`)} source="station">
      <SegmentedControl
        aria-label={t('colourScheme.title')}
        value={settings.colourScheme}
        data={schemes.map((value) => ({ value, label: t(`colourScheme.${value}`) }))}
        onChange={(colourScheme) => void change.run({ colourScheme })}
      />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

const sizes = ['small', 'medium', 'large', 'largest'] as const;

export const TextSizeSetting = ({ settings }: SettingProps) => {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  return (
    <SettingRow title={t('textSize.title')} hint={t('textSize.hint')} standard={t(`textSize.${standard.textSize}`)} source="station">
      <SegmentedControl
        aria-label={t('textSize.title')}
        value={settings.textSize}
        data={sizes.map((value) => ({ value, label: t(`textSize.${value}`) }))}
        onChange={(textSize) => void change.run({ textSize })}
      />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};

export const CueSetSetting = ({ settings }: SettingProps) => {
  const { t } = useTranslation(['settings', 'training']);
  const change = useChangeSettings();
  return (
    <SettingRow wide title={t('cueSet.title')} hint={t('cueSet.hint')} standard={t(`training:cueSet.${standard.cueSet}`)} source="station">
      <CueChoice label={t('cueSet.title')} value={settings.cueSet} onChoose={(cueSet) => void change.run({ cueSet })} />
      <ProblemNote problem={change.problem} />
    </SettingRow>
  );
};
