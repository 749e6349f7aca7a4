import type { StaffReference } from '../../contract/alarm.ts';
import type { MadeFile } from '../../contract/export.ts';
import { done, type Result } from '../../contract/problem.ts';
import type { ReportFilesQuery } from '../../contract/report.ts';
import { headsOf } from '../../contract/reportTables.ts';
import { toCsv } from '../../document/csv.ts';
import type { DocumentThread } from '../../document/documentThread.ts';
import { reportSections } from '../../document/reportSections.ts';
import { createWording } from '../../document/wording.ts';
import type { AuditList } from '../site/auditList.ts';
import { ownFile, type StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';
import { madeFile } from '../madeFile.ts';
import type { RecordForms } from './recordForms.ts';
import type { RecordLists } from './recordLists.ts';

/** Reports that are taken along. */
export interface ReportFiles {
  /** One PDF, or a CSV a table. `SearchUnavailable`, `ExportRunning`, `ExportFailed`, `LedgerUnwritable`: nothing is handed out of which no word can be written down. */
  readonly make: (query: ReportFilesQuery, staff: StaffReference | null) => Promise<Result<readonly MadeFile[]>>;
}

export interface ReportFilesDependencies {
  readonly context: StationContext;
  readonly siteName: () => string;
  readonly recordLists: Pick<RecordLists, 'report'>;
  readonly recordForms: Pick<RecordForms, 'form'>;
  readonly audit: Pick<AuditList, 'note'>;
  readonly documents: DocumentThread;
}

export const createReportFiles = ({ context, siteName, recordLists, recordForms, audit, documents }: ReportFilesDependencies): ReportFiles => ({
  make: async ({ format, language: wanted, ...query }, staff) => {
    const counted = await recordLists.report(query);
    if (!counted.ok) return counted;
    const report = counted.value;
    const { from, to } = report.period;
    const name = from === to ? `report-${to}` : `report-${from}-to-${to}`;
    const noted = audit.note('report-made', `${format} ${from === to ? to : `${from} – ${to}`}`, staff);
    if (!noted.ok) return noted;
    const language = documentLanguage(context, wanted);
    const categories = Object.fromEntries(recordForms.form().categories.map(({ id, name: category }) => [id, category]));
    if (format === 'csv')
      return done(
        reportSections(createWording(language), report, categories).map(({ id, figures }) => madeFile(`${name}-${id}.csv`, 'text/csv', toCsv(headsOf(figures), figures.rows.map((row) => row.map(({ value }) => value))))),
      );
    const made = { site: siteName(), station: ownFile(context).name, staff: staff?.name ?? null, at: new Date(context.clock.now()).toISOString() };
    const pdf = await documents.make({ type: 'report', language, made, report, categories });
    return pdf.ok ? done([madeFile(`${name}.pdf`, 'application/pdf', pdf.value)]) : pdf;
  },
});
