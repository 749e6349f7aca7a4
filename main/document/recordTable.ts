import type { ExportedRecord, RecordsDocument } from '../contract/export.ts';
import { toCsv, type CsvCell } from './csv.ts';
import { fieldText, personText } from './reportWords.ts';
import type { Wording } from './wording.ts';

/** A row a record. Moments are in UTC, as spreadsheets take them for one (`2026-11-30 16:54:45`); what there are several of stands in one cell, a line each. */
export const recordTable = (wording: Wording, { records }: RecordsDocument): string => {
  const columns = columnsIn(wording);
  return toCsv(columns.map(({ name }) => name), records.map((record) => columns.map(({ of }) => of(record))));
};

interface Column {
  readonly name: string;
  readonly of: (record: ExportedRecord) => CsvCell;
}

/** With the letters of ISO 8601 in it a moment would be text to LibreOffice. */
const momentCell = (at: string | null | undefined): string | null => (at == null ? null : at.slice(0, 19).replace('T', ' '));
const lines = (texts: readonly string[]): string => texts.join('\n');
const named = (name: string, ...texts: readonly string[]): string => [`${name}:`, ...texts.filter((text) => text !== '')].join(' ');

const columnsIn = (wording: Wording): readonly Column[] => {
  const { words } = wording;
  const { columns } = words;
  return [
    { name: columns.record, of: ({ id }) => id },
    { name: columns.title, of: ({ title }) => title },
    { name: columns.happened, of: ({ occurredAt }) => momentCell(occurredAt) },
    { name: columns.place, of: ({ place }) => place },
    { name: columns.category, of: ({ report }) => (report.category === null ? null : report.category.name || report.category.id) },
    { name: columns.filed, of: ({ filedAt }) => momentCell(filedAt) },
    { name: columns.filedBy, of: ({ staff }) => staff },
    { name: columns.filedAt, of: ({ station }) => station },
    { name: columns.involved, of: ({ report }) => lines(report.involved.map((person) => named(words.roles[person.role], personText(words, person)))) },
    { name: columns.account, of: ({ report }) => report.account },
    { name: columns.actions, of: ({ report }) => report.actions },
    { name: columns.rules, of: ({ report }) => lines(report.rules.map(({ id, text }) => text || id)) },
    { name: columns.fields, of: ({ report }) => lines(report.fields.map((field) => named(field.label || field.id, fieldText(wording, field)))) },
    { name: columns.injuries, of: ({ report }) => report.injuries },
    { name: columns.damage, of: ({ report }) => report.damage },
    { name: columns.calls, of: ({ report }) => lines(report.calls.map(({ service, reference, at }) => named(words.services[service], reference, at))) },
    { name: columns.securityStayed, of: ({ report }) => words.stayed[report.securityStayed] },
    { name: columns.left, of: ({ report }) => momentCell(report.leftAt) },
    { name: columns.outcome, of: ({ report }) => report.outcome },
    { name: columns.followUp, of: ({ report }) => report.followUp },
    { name: columns.followUps, of: ({ followUps }) => lines(followUps.map(({ what, owner, due, done }) => [done ? words.done : words.waiting, what, owner.name, due ?? ''].filter((text) => text !== '').join(', '))) },
    { name: columns.review, of: ({ review }) => words.reviewStates[review.state] },
    { name: columns.amendments, of: ({ amendments }) => lines(amendments.map(({ at, staff, station, text }) => named(`${momentCell(at)} ${staff ?? station}`, text))) },
    { name: columns.call, of: ({ alarm }) => alarm },
    { name: columns.kind, of: ({ origin }) => (origin.alarm === null ? null : words.callKinds[origin.alarm.kind]) },
    { name: columns.level, of: ({ origin }) => (origin.alarm === null ? null : words.level[origin.alarm.level]) },
    { name: columns.called, of: ({ origin }) => momentCell(origin.alarm?.raisedAt) },
    { name: columns.answered, of: ({ origin }) => momentCell(origin.alarm?.acknowledgements[0]?.at) },
    { name: columns.closed, of: ({ origin }) => momentCell(origin.alarm?.closedAt) },
    { name: columns.files, of: ({ attachments }) => attachments.filter(({ removed }) => removed === null).length },
  ];
};
