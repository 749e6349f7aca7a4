import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
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

/** What is said, what is dialled, where to go. */
export const WayFields = ({ document, language, flaws, onWrite }: Props) => {
  const { t } = useTranslation('procedures');
  const flawOf = useFlawOf(flaws);
  const { codePhrase, alarmCode, safeRoom } = document;
  return (
    <>
      <section className={classes.part} aria-label={t('ways.phrase')}>
        <WordingFields name={t('ways.phrase')} wording={codePhrase} language={language} path="codePhrase" flaws={flaws} onChange={(wording, touched) => onWrite({ ...document, codePhrase: wording }, touched)} />
      </section>
      <section className={classes.part} aria-label={t('ways.code')}>
        <TextInput className={classes.dial ?? ''} label={`${t('ways.code')}: ${t('ways.codeDial')}`} maxLength={12} value={alarmCode.dial} error={flawOf('alarmCode.dial')} onChange={(event) => onWrite({ ...document, alarmCode: { ...alarmCode, dial: event.currentTarget.value } }, 'alarmCode.dial')} />
        <WordingFields name={t('ways.code')} wording={alarmCode.wording} language={language} path="alarmCode.wording" flaws={flaws} onChange={(wording, touched) => onWrite({ ...document, alarmCode: { ...alarmCode, wording } }, touched)} />
      </section>
      <section className={classes.part} aria-label={t('ways.room')}>
        <TextInput label={`${t('ways.room')}: ${t('ways.place')}`} maxLength={120} value={safeRoom.place} error={flawOf('safeRoom.place')} onChange={(event) => onWrite({ ...document, safeRoom: { ...safeRoom, place: event.currentTarget.value } }, 'safeRoom.place')} />
        <WordingFields name={t('ways.room')} wording={safeRoom.wording} language={language} path="safeRoom.wording" flaws={flaws} onChange={(wording, touched) => onWrite({ ...document, safeRoom: { ...safeRoom, wording } }, touched)} />
      </section>
    </>
  );
};
