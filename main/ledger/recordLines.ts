import { z } from 'zod';
import type { FiledIncident } from '../core/incident/foldIncident.ts';
import { sortKey } from '../core/record/sortKey.ts';
import type { Connection } from './connection.ts';

/** Records filed within one millisecond have numbers that follow one another, as long as there are no more than this. */
export const numbersEach = 1000;
/** Longer titles that begin alike stand in the order of filing. */
const longestTitle = 60;

const firstNumber = (filedAt: string): number => Date.parse(filedAt) * numbersEach;

/** The narrow rows beside the projections of records (`migrations/0010_record_lines.ts`). That one goes with its projection is seen to by triggers. */
export interface RecordLines {
  /** In the transaction that writes the projection. Nothing is touched where the row says that already: an amendment leaves it alone. */
  readonly write: (subject: string, incident: FiledIncident) => void;
  /** Whether the row is what it should be; null: there should be none. */
  readonly holds: (subject: string, incident: FiledIncident | null) => boolean;
}

const columns = ['happened', 'title', 'place', 'station', 'staff', 'alarm', 'category', 'review', 'follow_ups'] as const;
const lineRow = z.object({ number: z.number(), happened: z.number(), title: z.string(), place: z.string(), station: z.string(), staff: z.string().nullable(), alarm: z.string().nullable(), category: z.string().nullable(), review: z.string(), follow_ups: z.number() });

export const createRecordLines = (connection: Connection): RecordLines => {
  const selectLine = connection.prepare(`SELECT number, ${columns.join(', ')} FROM record_line WHERE subject = ?`);
  const selectIndexed = connection.prepare('SELECT number FROM searched_incident WHERE subject = ? AND number >= ? AND number < ?').pluck();
  const selectTaken = connection.prepare('SELECT max(number) FROM (SELECT number FROM record_line UNION ALL SELECT number FROM searched_incident) WHERE number >= ? AND number < ?').pluck();
  const selectLast = connection.prepare('SELECT max((SELECT max(number) FROM record_line), (SELECT ifnull(max(number), 0) FROM searched_incident))').pluck();
  const insertLine = connection.prepare(`INSERT INTO record_line (number, subject, ${columns.join(', ')}) VALUES (@number, @subject, ${columns.map((column) => `@${column}`).join(', ')})`);
  const updateLine = connection.prepare(`UPDATE record_line SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE number = @number`);

  const find = (subject: string) => lineRow.optional().parse(selectLine.get(subject));

  /**
   * The one under which it was indexed before there were lines, else the first that is free. Where there is no room any more, which takes a clock that stands still, it stands
   * behind all others: in a wrong place is better than not filed.
   */
  const numberFor = (subject: string, filedAt: string): number => {
    const from = firstNumber(filedAt);
    const indexed = selectIndexed.get(subject, from, from + numbersEach);
    if (typeof indexed === 'number') return indexed;
    const taken = selectTaken.get(from, from + numbersEach);
    if (typeof taken !== 'number') return from;
    return taken + 1 < from + numbersEach ? taken + 1 : z.number().parse(selectLast.get()) + 1;
  };

  return {
    write: (subject, incident) => {
      const line = lineOf(incident);
      const known = find(subject);
      if (known === undefined) insertLine.run({ ...line, subject, number: numberFor(subject, incident.summary.filedAt) });
      else if (!isSame(known, line)) updateLine.run({ ...line, number: known.number });
    },
    holds: (subject, incident) => {
      const known = find(subject);
      return incident === null ? known === undefined : known !== undefined && isSame(known, lineOf(incident));
    },
  };
};

type Line = Omit<z.infer<typeof lineRow>, 'number'>;

const lineOf = ({ summary: { occurredAt, filedAt, title, place, station, staff, alarm, category, review, openFollowUps } }: FiledIncident): Line => ({
  happened: Date.parse(occurredAt ?? filedAt),
  title: sortKey(title).slice(0, longestTitle),
  place: place.trim(),
  station,
  staff,
  alarm,
  category: category?.id ?? null,
  review,
  follow_ups: openFollowUps,
});

const isSame = (known: Line, line: Line): boolean => columns.every((column) => known[column] === line[column]);
