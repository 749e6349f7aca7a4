import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { windowLanguageSchema, windowLanguages } from '../../main/contract/index.ts';
import type { WindowLanguage } from '../../main/contract/index.ts';
import { languageName } from './languageName.ts';

/** Each language by its own name, for whoever cannot read the one that is shown. */
export const LanguageChoice = ({ value, onChoose }: { readonly value: WindowLanguage; readonly onChoose: (language: WindowLanguage) => void }) => {
  const { t } = useTranslation('shared');
  return (
    <SegmentedControl
      aria-label={t('language.choose')}
      value={value}
      data={windowLanguages.map((language) => ({ value: language, label: <span lang={language}>{ownName(language)}</span> }))}
      onChange={(chosen) => onChoose(windowLanguageSchema.parse(chosen))}
    />
  );
};

/** "Deutsch", "Español": a capital as at the beginning of a line. */
export const ownName = (language: WindowLanguage): string => {
  const name = languageName(language, language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};
