import { ActionIcon, Button, NativeSelect, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { languagesOf, untranslated } from '../../main/contract/index.ts';
import { commonLanguages, languageName } from '../shared/languageName.ts';
import type { Document } from './outline.ts';
import classes from './ProcedureEditor.module.css';
import type { WrittenProcedure } from './useProcedureDraft.ts';

export type OpenPanel = 'publish' | 'versions' | 'yaml' | null;

interface Props {
  readonly written: WrittenProcedure;
  /** Null: the one it is written in. */
  readonly language: string | null;
  readonly onLanguage: (language: string | null) => void;
  readonly panel: OpenPanel;
  readonly onPanel: (panel: OpenPanel) => void;
  /** Null for one that stands nowhere else. */
  readonly onDiscard: (() => void) | null;
}

export const EditorBar = ({ written, language, onLanguage, panel, onPanel, onDiscard }: Props) => {
  const { t } = useTranslation('procedures');
  const { document, undo, redo, edited, state } = written;
  const toggle = (name: Exclude<OpenPanel, null>) => ({ 'aria-expanded': panel === name, onClick: () => onPanel(panel === name ? null : name) });
  return (
    <div className={classes.bar}>
      <Button component={Link} href="/procedures" variant="subtle" mod="flush" leftSection={<IconArrowLeft size={18} aria-hidden />}>
        {t('bar.back')}
      </Button>
      <ActionIcon aria-label={t('bar.undo')} aria-keyshortcuts="Control+Z" disabled={undo === null} onClick={() => undo?.()}>
        <IconArrowBackUp size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('bar.redo')} aria-keyshortcuts="Control+Shift+Z" disabled={redo === null} onClick={() => redo?.()}>
        <IconArrowForwardUp size={20} aria-hidden />
      </ActionIcon>
      <NativeSelect aria-label={t('bar.language')} value={language ?? ''} data={languageChoices(document, language, t)} onChange={(event) => onLanguage(event.currentTarget.value === '' ? null : event.currentTarget.value)} />
      <Text size="sm" c="dimmed" className={classes.kept}>
        {t(edited ? `bar.kept.${state}` : 'bar.kept.untouched')}
      </Text>
      {edited && onDiscard !== null && (
        <Button variant="subtle" onClick={onDiscard}>
          {t('bar.discard')}
        </Button>
      )}
      <Button variant="default" {...toggle('versions')}>
        {t('bar.versions')}
      </Button>
      <Button variant="default" {...toggle('yaml')}>
        {t('bar.yaml')}
      </Button>
      <Button {...toggle('publish')}>{t('bar.publish')}</Button>
    </div>
  );
};

const languageChoices = (document: Document, language: string | null, t: ReturnType<typeof useTranslation<'procedures'>>['t']) => {
  const [own = '', ...translated] = languagesOf(document);
  const known = language === null || translated.includes(language) ? translated : [...translated, language];
  return [
    { value: '', label: t('bar.own', { language: languageName(own) }) },
    ...known.map((code) => {
      const count = untranslated(document, code).length;
      return { value: code, label: count === 0 ? t('bar.complete', { language: languageName(code) }) : t('bar.missing', { language: languageName(code), count }) };
    }),
    { group: t('bar.addLanguage'), items: commonLanguages.filter((code) => code !== own && !known.includes(code)).map((code) => ({ value: code, label: languageName(code) })) },
  ];
};
