import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { alarmKindSchema, alarmLevelSchema, closeReasonSchema } from '../contract/alarm.ts';
import type { Report, ReportQuery } from '../contract/report.ts';
import { composeReport, monthsOf, type CallFact } from '../core/report/composeReport.ts';
import { startOfMonth } from '../core/report/months.ts';

const recordRow = z.object({ happened: z.number(), place: z.string(), category: z.string().nullable(), kind: alarmKindSchema.nullable() });
/** As much of a call as a report counts. */
const callState = z.object({
  raisedAt: z.string(),
  kind: alarmKindSchema,
  level: alarmLevelSchema,
  closeReason: closeReasonSchema.nullable(),
  acknowledgements: z.array(z.object({ at: z.string(), arrivedAt: z.string().nullable() })),
});

/** Reports from one connection, which only reads. Throws what SQLite throws. */
export const createReportReader = (database: Database): ((query: ReportQuery) => Report) => {
  const selectRecords = database.prepare(`
    SELECT happened, place, category, CASE WHEN alarm IS NULL THEN NULL ELSE (SELECT state ->> '$.kind' FROM projection WHERE subject = 'alarm/' || line.alarm) END AS kind
    FROM record_line AS line WHERE happened >= ? AND happened < ?`);
  const selectCalls = database.prepare("SELECT state FROM projection WHERE type = 'alarm' AND sort >= ? AND sort < ?").pluck();

  const read = (query: ReportQuery): Report => {
    const { earliest, behind } = monthsOf(query);
    const [from, until] = [startOfMonth(earliest), startOfMonth(behind)];
    const records = recordRow.array().parse(selectRecords.all(from, until));
    const calls = z.string().array().parse(selectCalls.all(new Date(from).toISOString(), new Date(until).toISOString()));
    return composeReport(query, records, calls.map((state) => factOf(callState.parse(JSON.parse(state)))));
  };
  return database.transaction(read);
};

const factOf = ({ raisedAt, kind, level, closeReason, acknowledgements }: z.output<typeof callState>): CallFact => ({
  raised: Date.parse(raisedAt),
  kind,
  level,
  end: closeReason,
  acknowledged: earliestOf(acknowledgements.map(({ at }) => at)),
  arrived: earliestOf(acknowledgements.flatMap(({ arrivedAt }) => arrivedAt ?? [])),
});

const earliestOf = (moments: readonly string[]): number | null => (moments.length === 0 ? null : Math.min(...moments.map((moment) => Date.parse(moment))));
