import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dialledNumbers } from '../../main/contract/index.ts';
import { freeId } from '../settings/freeId.ts';
import type { DocumentFlaw } from './checkDocument.ts';
import classes from './ItemForm.module.css';
import type { Document } from './outline.ts';
import { useFlawOf } from './useFlawOf.ts';
import { WordingFields } from './WordingFields.tsx';

interface Props {
  readonly document: Document;
  readonly language: string | null;
  readonly flaws: readonly DocumentFlaw[];
  readonly onWrite: (next: Document, touched?: string) => void;
}

/** The numbers that steps offer. One that a step dials cannot be taken away. */
export const NumberFields = ({ document, language, flaws, onWrite }: Props) => {
  const { t } = useTranslation('procedures');
  const flawOf = useFlawOf(flaws);
  const dialled = dialledNumbers(document);
  const { numbers } = document;
  const change = (index: number, part: Partial<Document['numbers'][number]>, touched: string): void => onWrite({ ...document, numbers: numbers.map((number, at) => (at === index ? { ...number, ...part } : number)) }, touched);
  return (
    <>
      <Text c="dimmed">{t('numbers.hint')}</Text>
      {numbers.map((number, index) => {
        const name = t('numbers.number', { number: index + 1 });
        return (
          <section key={number.id} className={classes.part} aria-label={name}>
            <div className={classes.head}>
              <TextInput className={classes.dial ?? ''} label={`${name}: ${t('numbers.dial')}`} maxLength={40} value={number.dial} error={flawOf(`numbers.${index}.dial`)} onChange={(event) => change(index, { dial: event.currentTarget.value }, `numbers.${index}.dial`)} />
              {dialled.has(number.id) ? (
                <Text size="sm" c="dimmed">
                  {t('numbers.used')}
                </Text>
              ) : (
                <ActionIcon aria-label={t('numbers.remove', { number: index + 1 })} onClick={() => onWrite({ ...document, numbers: numbers.filter(({ id }) => id !== number.id) })}>
                  <IconTrash size={20} aria-hidden />
                </ActionIcon>
              )}
            </div>
            <WordingFields name={name} wording={number.label} language={language} path={`numbers.${index}.label`} flaws={flaws} onChange={(label, touched) => change(index, { label: ownLabel(label) }, touched)} />
          </section>
        );
      })}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={numbers.length >= 30} onClick={() => onWrite({ ...document, numbers: [...numbers, { id: freeId('number', numbers.map(({ id }) => id), 'number'), label: { discreet: '', full: '' }, dial: '' }] })}>
          {t('numbers.add')}
        </Button>
      </div>
    </>
  );
};

/** Wordings are read-only everywhere but in the lists that the schema makes. */
const ownLabel = (label: Parameters<Parameters<typeof WordingFields>[0]['onChange']>[0]): Document['numbers'][number]['label'] => ({ discreet: label.discreet, full: label.full, ...(label.translations === undefined ? {} : { translations: { ...label.translations } }) });
