import { Button, Text, TextInput } from '@mantine/core';
import { IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../paperwork/FollowUpsLink.tsx';
import { FilesToDecideLink } from '../people/FilesToDecideLink.tsx';
import { FilterBar } from '../recordList/FilterBar.tsx';
import { useListing } from '../recordList/useListing.ts';
import { useRecordPage } from '../recordList/useRecordPage.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import { EmptyRecords } from './EmptyRecords.tsx';
import { RecordList } from './RecordList.tsx';
import { recordLines, shownLines } from './recordList.ts';
import { RecordPane } from './RecordPane.tsx';
import classes from './Records.module.css';
import { useFormOpensByItself } from './useFormOpensByItself.ts';
import { useListKeys } from './useListKeys.ts';
import { useOpenDraft } from './useOpenDraft.ts';
import { useRecords } from './useRecords.ts';
import { useSelection } from './useSelection.ts';

/** Like a mail program: the list, and the reading pane beside it. */
export const Records = () => {
  const { t } = useTranslation('incidents');
  const records = useRecords();
  const { selectedKey, select } = useSelection();
  const { listing, change, type, clear, narrowed } = useListing(selectedKey, select, () => side.current?.focus());
  const { words } = listing.filters;
  const root = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const draft = useOpenDraft();
  const lines = useMemo(() => (records === undefined ? [] : recordLines(records)), [records]);
  const paging = useRecordPage(listing, records?.incidents);
  const shown = shownLines(lines, words, { narrowed, first: paging.number === 0 }, paging.page?.lines);
  const mayWrite = useMay('write-records');
  const begin = (): void => {
    if (mayWrite && !draft.busy) void draft.open(null);
  };

  useFormOpensByItself(records, selectedKey);
  useListKeys({ root, lines: shown, selectedKey, select, begin, read: () => pane.current?.focus() });

  if (records === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  return (
    <div ref={root} className={classes.records} data-reading={selectedKey !== ''}>
      <section ref={side} tabIndex={-1} aria-label={t('list')} className={classes.side}>
        <div className={classes.tools}>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('searchHint')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={words}
            onChange={(event) => type(event.currentTarget.value)}
            className={classes.search ?? ''}
          />
          {mayWrite && (
            <Button leftSection={<IconPencilPlus size={20} aria-hidden />} loading={draft.busy} onClick={begin}>
              {t('new')}
            </Button>
          )}
        </div>
        <ProblemNote problem={draft.problem} />
        <FollowUpsLink />
        <FilesToDecideLink />
        {lines.length > 0 && <FilterBar listing={listing} onChange={change} total={paging.busy ? undefined : paging.page?.total} />}
        {lines.length === 0 ? <EmptyRecords /> : <RecordList lines={shown} selectedKey={selectedKey} onSelect={select} listing={listing} paging={paging} onClear={clear} />}
        <p className={classes.keys}>{t('keys')}</p>
      </section>
      {(lines.length > 0 || selectedKey !== '') && (
        <section ref={pane} tabIndex={-1} aria-label={t('choose')} className={classes.pane}>
          <RecordPane selectedKey={selectedKey} records={records} begun={draft.begun} select={select} />
        </section>
      )}
    </div>
  );
};
