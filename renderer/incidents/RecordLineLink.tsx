import { IconBellRinging, IconFileCheck, IconFilePencil, IconFilePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import { MarkedText } from './MarkedText.tsx';
import type { FoundWords, RecordGroup, RecordLine } from './recordList.ts';
import paper from './Paper.module.css';
import classes from './RecordList.module.css';

const signByGroup = { open: IconBellRinging, draft: IconFilePencil, unwritten: IconFilePlus, filed: IconFileCheck } satisfies Record<RecordGroup, unknown>;

interface Props {
  readonly line: RecordLine;
  readonly selected: boolean;
  /** The line that the Tab key reaches; the arrow keys reach the others. */
  readonly stop: boolean;
  readonly onSelect: (key: string) => void;
}

export const RecordLineLink = ({ line, selected, stop, onSelect }: Props) => {
  const { t } = useTranslation('incidents');
  const { title, detail, amended } = useLineWords(line);
  const found = line.group === 'filed' ? line.found : undefined;
  const kind = 'alarm' in line ? line.alarm.kind : 'real';
  const Sign = signByGroup[line.group];
  return (
    <button type="button" className={classes.line} data-line={line.key} data-group={line.group} aria-current={selected ? 'true' : undefined} tabIndex={stop ? 0 : -1} onClick={() => onSelect(line.key)}>
      <Sign size={22} stroke={1.6} aria-hidden className={classes.sign} />
      <span className={classes.words}>
        <span className={classes.title}>
          {found === undefined ? title : <MarkedText parts={found.title} />} {kind !== 'real' && <span className={paper.stamp}>{t(`facts.kind.${kind}`)}</span>}
        </span>
        <span className={classes.detail}>{detail}</span>
        {found !== undefined && addsTo(found) && (
          <span className={classes.excerpt}>
            <MarkedText parts={found.excerpt} />
          </span>
        )}
        {amended !== null && <span className={classes.detail}>{amended}</span>}
      </span>
    </button>
  );
};

/** The best stretch of a record may be its title, which stands there already. */
const addsTo = ({ title, excerpt }: FoundWords): boolean => excerpt.map(({ text }) => text).join('') !== title.map(({ text }) => text).join('');

const useLineWords = (line: RecordLine): { readonly title: string; readonly detail: string; readonly amended: string | null } => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  const recordedTime = useRecordedTime();
  const now = useNow(15_000);
  switch (line.group) {
    case 'open':
      return { title: t('line.call', { station: line.alarm.station }), detail: t('line.called', { place: line.alarm.place, time: relativeTime(line.alarm.raisedAt, now) }), amended: null };
    case 'unwritten': {
      const { station, closeReason, closedAt, raisedAt, followUp } = line.alarm;
      const reason = followUp === 'none' ? t(`facts.reason.${closeReason ?? 'resolved'}`) : t(`facts.calledOff.${followUp}`);
      return { title: t('line.call', { station }), detail: t('line.closed', { reason, time: relativeTime(closedAt ?? raisedAt, now) }), amended: null };
    }
    case 'draft':
      return { title: line.draft.report.title.trim() || t('line.noTitle'), detail: t('line.draft', { time: relativeTime(line.draft.savedAt, now) }), amended: null };
    case 'filed': {
      const { title, staff, station, filedAt, amendments, category, review, amendedSinceReview } = line.incident;
      const who = staff === null ? station : t('who', { staff, station });
      const more = [
        ...(category === null ? [] : [category.name]),
        ...(review === 'open' ? [] : [t(`paperwork:review.short.${review}`)]),
        ...(amendedSinceReview ? [t('paperwork:review.amendedSince')] : amendments === 0 ? [] : [t('line.amended', { count: amendments })]),
      ];
      return { title, detail: t('line.by', { who, time: recordedTime(filedAt) }), amended: more.length === 0 ? null : more.join(', ') };
    }
  }
};
