import type { RecordChoices, RecordPage, RecordQuery } from '../../contract/recordList.ts';
import type { Report, ReportQuery } from '../../contract/report.ts';
import type { Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { stretchOf, type Stretch } from '../../core/record/period.ts';
import type { StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';
import type { Storage } from '../storage/storage.ts';

/** The list of filed records, however many there are: a page at a time, read in a thread of its own. */
export interface RecordLists {
  /** `linked`: the records of the person that is asked for; null where none is. `SearchUnavailable`. */
  readonly page: (query: RecordQuery, linked: readonly string[] | null) => Promise<Result<RecordPage>>;
  /** What there is to filter by. `SearchUnavailable`. */
  readonly choices: () => Promise<Result<RecordChoices>>;
  /** What happened in some months, beside those before. `SearchUnavailable`. */
  readonly report: (query: ReportQuery) => Promise<Result<Report>>;
}

const always: Stretch = { from: null, until: null };

export const createRecordLists = (context: StationContext, ask: Storage['ask']): RecordLists => ({
  page: ({ filters, order, language, after }, linked) => {
    const { words, time, place, station, staff, category, review, openFollowUps } = filters;
    const stretch = stretchOf(filters, context.clock.now());
    return ask('page', {
      words,
      happened: time === 'happened' ? stretch : always,
      filed: time === 'filed' ? stretch : always,
      place,
      station,
      staff,
      category,
      review,
      openFollowUps,
      subjects: linked === null ? null : linked.map((id) => subjectOf('incident', id)),
      order,
      language: documentLanguage(context, language),
      after,
    });
  },
  choices: () => ask('choices', null),
  report: (query) => ask('report', query),
});
