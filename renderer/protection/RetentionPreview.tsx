import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keptKinds } from '../../main/contract/index.ts';
import type { Retention, RetentionPreview as Preview } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import { readersLocale } from '../shared/locale.ts';
import { dayInWords } from '../people/days.ts';
import classes from './Protection.module.css';
import { useRetentionPreview } from './useRetention.ts';

/** What these settings erase when: the coming night, then month by month, and whom it hits first. */
export const RetentionPreview = ({ settings, isDraft }: { readonly settings: Retention; readonly isDraft: boolean }) => {
  const { t } = useTranslation('protection');
  const preview = useRetentionPreview(settings);
  return (
    <section className={classes.section} aria-labelledby="what-goes">
      <Title order={2} size="h3" id="what-goes">
        {t(isDraft ? 'preview.titleDraft' : 'preview.title')}
      </Title>
      <ProblemNote problem={problemOf(preview.error)} />
      {preview.isPending && <Text role="status">{t('preview.reading')}</Text>}
      {preview.data !== undefined && <What preview={preview.data} isKept={[...keptKinds.map((what) => settings[what]), ...Object.values(settings.byCategory)].every((months) => months === null)} />}
    </section>
  );
};

const What = ({ preview, isKept }: { readonly preview: Preview; readonly isKept: boolean }) => {
  const { t } = useTranslation('protection');
  if (isKept) return <Text role="status">{t('preview.nothingEver')}</Text>;
  if (preview.first.length === 0) return <Text role="status">{t('preview.nothing')}</Text>;
  const rows = [{ when: t('preview.now'), counts: preview.due }, ...preview.coming.map(({ month, counts }) => ({ when: monthInWords(month), counts }))].filter(({ counts }) => counts.some(({ count }) => count > 0));
  return (
    <>
      <table className={classes.table} aria-label={t('preview.table')}>
        <thead>
          <tr>
            <th scope="col">{t('preview.month')}</th>
            {keptKinds.map((what) => (
              <th key={what} scope="col" className={classes.number}>
                {t(`what.${what}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ when, counts }) => (
            <tr key={when}>
              <th scope="row">{when}</th>
              {keptKinds.map((what) => (
                <td key={what} className={classes.number}>
                  {counts.find((each) => each.what === what)?.count || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <details className={classes.first}>
        <summary>{t('preview.first')}</summary>
        <ul>
          {preview.first.map(({ what, title, at, due }, index) => (
            <li key={index}>
              <span className={classes.title}>{title === '' ? t('preview.untitled') : title}</span>
              <span>{t('preview.line', { what: t(`what.${what}`), at: dayInWords(at.slice(0, 10)) })}</span>
              <span>{t('preview.due', { day: dayInWords(due.slice(0, 10)) })}</span>
            </li>
          ))}
        </ul>
        <Text c="dimmed" size="sm">
          {t('preview.firstHint', { count: 30 })}
        </Text>
      </details>
    </>
  );
};

/** "December 2026". */
const monthInWords = (month: string): string => new Intl.DateTimeFormat(readersLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
