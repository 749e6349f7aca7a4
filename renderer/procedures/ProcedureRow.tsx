import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languagesOf, untranslated } from '../../main/contract/index.ts';
import type { ProcedureDraft, ProcedureStanding } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { useInReadersLanguage } from '../shared/Language.tsx';
import { longDate } from '../shared/time.ts';
import { languageName } from '../shared/languageName.ts';
import type { Document } from './outline.ts';
import classes from './ProcedureList.module.css';
import { whoPublished } from './who.ts';

interface Props {
  readonly document: Document;
  /** Null for one that is only begun. */
  readonly standing: ProcedureStanding | null;
  readonly draft: ProcedureDraft | null;
  readonly onOpen: () => void;
  readonly onTakeFile?: (document: Document) => void;
  readonly onWithdraw?: () => void;
  readonly onPutBack?: () => void;
}

export const ProcedureRow = ({ document, standing, draft, onOpen, onTakeFile, onWithdraw, onPutBack }: Props) => {
  const { t } = useTranslation('procedures');
  const { full: title, discreet } = useInReadersLanguage()(document).title;
  const offer = standing?.offer ?? null;
  return (
    <section className={classes.row} aria-label={title}>
      <div className={classes.words}>
        <h2 className={classes.title}>
          {title} <span className={classes.discreet}>{discreet}</span>
          {standing?.withdrawn === true && <span className={classes.mark}>{t('list.withdrawn')}</span>}
        </h2>
        <Text size="sm" c="dimmed">
          {standing === null ? t('list.onlyDraft') : `${t('list.version', { version: document.version })}, ${sourceWords(standing, t)}. ${languageWords(document, t)}`}
        </Text>
        {draft !== null && <Text size="sm">{t('list.draft', { date: longDate(draft.savedAt) })}</Text>}
        {offer !== null && onTakeFile !== undefined && (
          <div className={classes.offer}>
            <Text size="sm">{t('list.offer', { file: offer.file })}</Text>
            <Button variant="default" onClick={() => onTakeFile(offer.document)}>
              {t('list.takeFile')}
            </Button>
          </div>
        )}
      </div>
      <ButtonRow>
        {standing?.withdrawn === true && (
          <Button variant="default" aria-label={t('list.putBackOf', { title })} onClick={onPutBack}>
            {t('list.putBack')}
          </Button>
        )}
        {standing?.withdrawn === false && (
          <Button variant="default" aria-label={t('list.withdrawOf', { title })} onClick={onWithdraw}>
            {t('list.withdraw')}
          </Button>
        )}
        <Button aria-label={t(draft === null ? 'list.editOf' : 'list.goOnOf', { title })} onClick={onOpen}>
          {t(draft === null ? 'list.edit' : 'list.goOn')}
        </Button>
      </ButtonRow>
    </section>
  );
};

type Translate = ReturnType<typeof useTranslation<'procedures'>>['t'];

const sourceWords = ({ source, versions }: ProcedureStanding, t: Translate): string => {
  const newest = versions.at(-1);
  return source === 'published' && newest !== undefined ? t('list.source.published', { date: longDate(newest.at), who: whoPublished(newest) }) : t(source === 'file' ? 'list.source.file' : 'list.source.shipped');
};

const languageWords = (document: Document, t: Translate): string =>
  languagesOf(document)
    .map((language) => {
      const count = untranslated(document, language).length;
      return count === 0 ? languageName(language) : t('list.missing', { language: languageName(language), count });
    })
    .join(', ');
