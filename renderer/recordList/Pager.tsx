import { ActionIcon, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './RecordTools.module.css';
import type { RecordPaging } from './useRecordPage.ts';

/** As the station cuts them. */
const pageLength = 50;

interface Props {
  readonly paging: RecordPaging;
  /** What can be done with all of them. */
  readonly children?: ReactNode;
}

/** How many records there are, which of them stand here, and the way to the others. */
export const Pager = ({ paging: { page, number, previous, next }, children }: Props) => {
  const { t } = useTranslation('recordList');
  if (page === undefined || page.total === 0) return null;
  const first = number * pageLength + 1;
  return (
    <nav className={classes.pager} aria-label={t('pages')}>
      <Text role="status" size="sm">
        {previous === null && next === null ? t('count', { count: page.total }) : t('range', { first, last: first + page.lines.length - 1, total: page.total })}
      </Text>
      {children}
      {(previous !== null || next !== null) && (
        <div className={classes.turn}>
          <ActionIcon variant="default" aria-label={t('newer')} disabled={previous === null} onClick={() => previous?.()}>
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('older')} disabled={next === null} onClick={() => next?.()}>
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </nav>
  );
};
