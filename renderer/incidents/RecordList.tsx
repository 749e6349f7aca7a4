import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { RecordLineLink } from './RecordLineLink.tsx';
import type { RecordGroup, RecordLine } from './recordList.ts';
import classes from './RecordList.module.css';
import type { RecordSearch } from './useSearch.ts';

const page = 200;
const groups: readonly RecordGroup[] = ['open', 'draft', 'unwritten', 'filed'];

interface Props {
  readonly lines: readonly RecordLine[];
  readonly selectedKey: string;
  readonly onSelect: (key: string) => void;
  readonly query: string;
  readonly search: RecordSearch;
  readonly onClearSearch: () => void;
}

/** The list in its groups. A long one is shown in pages, so that thousands of records do not slow the desk. */
export const RecordList = ({ lines, selectedKey, onSelect, query, search, onClearSearch }: Props) => {
  const { t } = useTranslation('incidents');
  const [pages, setPages] = useState(1);
  const shown = lines.slice(0, pages * page);
  // One stop of the Tab key for the whole list: the chosen line, else the first.
  const stop = shown.some(({ key }) => key === selectedKey) ? selectedKey : shown[0]?.key;

  if (lines.length === 0) {
    return (
      <div>
        <SearchState search={search} />
        <Text role="status">{search.busy ? t('searching') : t('nothingFound', { query })}</Text>
        <Button variant="subtle" onClick={onClearSearch}>
          {t('clearSearch')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.list}>
      <SearchState search={search} />
      {groups
        .map((group) => ({ group, members: shown.filter((line) => line.group === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className={classes.group}>
              {t(`group.${group}`)}
            </h2>
            <ul className={classes.lines}>
              {members.map((line) => (
                <li key={line.key}>
                  <RecordLineLink line={line} selected={line.key === selectedKey} stop={line.key === stop} onSelect={onSelect} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {lines.length > shown.length && (
        <Button variant="subtle" onClick={() => setPages(pages + 1)}>
          {t('more', { count: Math.min(page, lines.length - shown.length) })}
        </Button>
      )}
      {lines.length === shown.length && search.more !== null && (
        <Button variant="subtle" onClick={search.more}>
          {t('moreFound')}
        </Button>
      )}
    </div>
  );
};

const SearchState = ({ search: { problem, progress } }: Pick<Props, 'search'>) => {
  const { t } = useTranslation('incidents');
  return (
    <>
      <ProblemNote problem={problem} />
      {progress !== null && <p className={classes.progress}>{t('indexing', progress)}</p>}
    </>
  );
};
