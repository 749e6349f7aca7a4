import { IconAlertSquareRounded, IconHourglass, IconPencil, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonLine } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import list from '../incidents/RecordList.module.css';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { dayInWords } from './days.ts';
import type { PeopleEntry, PeopleGroup } from './peopleList.ts';
import { useCalled } from './usePeople.ts';

const signByGroup = { draft: IconPencil, waiting: IconHourglass, review: IconHourglass, standing: IconAlertSquareRounded, other: IconUser } satisfies Record<PeopleGroup, unknown>;

interface Props {
  readonly entry: PeopleEntry;
  readonly selected: boolean;
  /** The line that the Tab key reaches; the arrow keys reach the others. */
  readonly stop: boolean;
  readonly onSelect: (key: string) => void;
}

export const PersonEntryLink = ({ entry, selected, stop, onSelect }: Props) => {
  const called = useCalled();
  const Sign = signByGroup[entry.group];
  const { names, description } = entry.group === 'draft' ? entry.draft : entry.person;
  return (
    <button type="button" className={list.line} data-line={entry.key} data-group={entry.group} aria-current={selected ? 'true' : undefined} tabIndex={stop ? 0 : -1} onClick={() => onSelect(entry.key)}>
      <Sign size={22} stroke={1.6} aria-hidden className={list.sign} />
      <span className={list.words}>
        <span className={list.title}>{called(names.filter((name) => name !== ''))}</span>
        {description !== '' && <span className={list.detail}>{description.length > 90 ? `${description.slice(0, 89)}…` : description}</span>}
        {entry.group === 'draft' ? <DraftDetail savedAt={entry.draft.savedAt} /> : <Standing person={entry.person} />}
      </span>
    </button>
  );
};

const DraftDetail = ({ savedAt }: { readonly savedAt: string }) => {
  const { t } = useTranslation('people');
  return <span className={list.detail}>{t('line.draft', { time: relativeTime(savedAt, useNow(15_000)) })}</span>;
};

const Standing = ({ person: { banned, marked, file } }: { readonly person: PersonLine }) => {
  const { t } = useTranslation('people');
  const review = file === null || file.status === 'rejected' || file.review === 'later' ? null : t(file.review === 'overdue' ? 'line.overdue' : 'line.due', { day: dayInWords(file.reviewOn) });
  return (
    <>
      {(banned || marked || file?.waiting === true || file?.status === 'rejected') && (
        <span className={paper.byline}>
          {banned && <span className={paper.stamp}>{t('line.ban')}</span>}
          {marked && <span className={paper.stamp}>{t('line.marker')}</span>}
          {file?.waiting === true && <span>{t('line.waiting')}</span>}
          {file?.status === 'rejected' && <span>{t('line.rejected')}</span>}
        </span>
      )}
      {review !== null && <span className={list.detail}>{review}</span>}
    </>
  );
};
