import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportThese } from '../exports/ExportThese.tsx';
import type { Listing } from '../recordList/listing.ts';
import { Pager } from '../recordList/Pager.tsx';
import { isBehind, type RecordPaging } from '../recordList/useRecordPage.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { RecordLineLink } from './RecordLineLink.tsx';
import type { RecordGroup, RecordLine } from './recordList.ts';
import classes from './RecordList.module.css';

const groups: readonly RecordGroup[] = ['open', 'draft', 'unwritten', 'filed'];

interface Props {
  readonly lines: readonly RecordLine[];
  readonly selectedKey: string;
  readonly onSelect: (key: string) => void;
  readonly listing: Listing;
  readonly paging: RecordPaging;
  readonly onClear: () => void;
}

/** The list in its groups, a page at a time, so that a hundred thousand records do not slow the desk. */
export const RecordList = ({ lines, selectedKey, onSelect, listing, paging, onClear }: Props) => {
  const { t } = useTranslation('incidents');
  // One stop of the Tab key for the whole list: the chosen line, else the first.
  const stop = lines.some(({ key }) => key === selectedKey) ? selectedKey : lines[0]?.key;
  return (
    <>
      <div className={classes.list}>
        <ListState paging={paging} />
        {lines.length === 0 && <NothingHere words={listing.filters.words} busy={paging.busy} onClear={onClear} />}
        {groups
          .map((group) => ({ group, members: lines.filter((line) => line.group === group) }))
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
      </div>
      <Pager paging={paging}>
        <ExportThese {...listing} />
      </Pager>
    </>
  );
};

const NothingHere = ({ words, busy, onClear }: { readonly words: string; readonly busy: boolean; readonly onClear: () => void }) => {
  const { t } = useTranslation(['incidents', 'recordList']);
  if (busy) return <Text role="status">{t('searching')}</Text>;
  return (
    <div>
      <Text role="status">{words.trim() === '' ? t('recordList:nothingFits') : t('nothingFound', { query: words })}</Text>
      {words.trim() === '' && <Text c="dimmed">{t('recordList:nothingFitsHint')}</Text>}
      <Button variant="subtle" mod="flush" onClick={onClear}>
        {t('clearSearch')}
      </Button>
    </div>
  );
};

const ListState = ({ paging: { problem, page } }: Pick<Props, 'paging'>) => {
  const { t } = useTranslation('recordList');
  return (
    <>
      <ProblemNote problem={problem} />
      {isBehind(page) && <p className={classes.progress}>{t('behind', { indexed: page.indexed, of: page.of })}</p>}
    </>
  );
};
