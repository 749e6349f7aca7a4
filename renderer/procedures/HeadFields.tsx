import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../settings/NumberField.tsx';
import type { DocumentFlaw } from './checkDocument.ts';
import classes from './ItemForm.module.css';
import type { Document } from './outline.ts';
import { useFlawOf } from './useFlawOf.ts';

interface Props {
  readonly document: Document;
  readonly flaws: readonly DocumentFlaw[];
  readonly onWrite: (next: Document, touched?: string) => void;
}

export const HeadFields = ({ document, flaws, onWrite }: Props) => {
  const { t } = useTranslation('procedures');
  const flawOf = useFlawOf(flaws);
  return (
    <>
      <div className={classes.faces}>
        <NumberField label={t('item.position')} description={t('item.positionHint')} value={String(document.position)} error={flawOf('position')} onChange={(text) => onWrite({ ...document, position: placeOf(text, document.position) }, 'position')} />
        <TextInput label={t('item.language')} description={t('item.languageHint')} maxLength={6} value={document.language} error={flawOf('language')} onChange={(event) => onWrite({ ...document, language: event.currentTarget.value }, 'language')} />
      </div>
      <Text size="sm" c="dimmed">
        {t('item.id', { id: document.id })}
      </Text>
    </>
  );
};

/** What is no place from 1 to 99 leaves it as it was. */
const placeOf = (text: string, before: number): number => {
  const place = Number(text);
  return Number.isInteger(place) && place >= 1 && place <= 99 ? place : before;
};
