import type { ExportedRecord, RecordsDocument } from '../contract/export.ts';
import { toCsv, type CsvCell } from './csv.ts';
import { fieldText, personText } from './reportWords.ts';
import { words } from './wording.ts';

/** A row a record. Moments are ISO 8601 in UTC; what there are several of stands in one cell, a line each. */
export const recordTable = ({ records }: RecordsDocument): string => toCsv(columns.map(({ name }) => name), records.map((record) => columns.map(({ of }) => of(record))));

interface Column {
  readonly name: string;
  readonly of: (record: ExportedRecord) => CsvCell;
}

const lines = (texts: readonly string[]): string => texts.join('\n');
const named = (name: string, ...texts: readonly string[]): string => [`${name}:`, ...texts.filter((text) => text !== '')].join(' ');

const columns: readonly Column[] = [
  { name: 'Record', of: ({ id }) => id },
  { name: 'Title', of: ({ title }) => title },
  { name: 'Happened (UTC)', of: ({ occurredAt }) => occurredAt },
  { name: 'Place', of: ({ place }) => place },
  { name: 'Category', of: ({ report }) => (report.category === null ? null : report.category.name || report.category.id) },
  { name: 'Filed (UTC)', of: ({ filedAt }) => filedAt },
  { name: 'Filed by', of: ({ staff }) => staff },
  { name: 'Filed at', of: ({ station }) => station },
  { name: 'Involved', of: ({ report }) => lines(report.involved.map((person) => named(words.roles[person.role], personText(person)))) },
  { name: 'Seen and heard', of: ({ report }) => report.account },
  { name: 'Done', of: ({ report }) => report.actions },
  { name: 'House rules broken', of: ({ report }) => lines(report.rules.map(({ id, text }) => text || id)) },
  { name: 'Own fields', of: ({ report }) => lines(report.fields.map((field) => named(field.label || field.id, fieldText(field)))) },
  { name: 'Injuries', of: ({ report }) => report.injuries },
  { name: 'Damage', of: ({ report }) => report.damage },
  { name: 'Called from outside', of: ({ report }) => lines(report.calls.map(({ service, reference, at }) => named(words.services[service], reference, at))) },
  { name: 'Security stayed', of: ({ report }) => words.stayed[report.securityStayed] },
  { name: 'Left (UTC)', of: ({ report }) => report.leftAt },
  { name: 'How it ended', of: ({ report }) => report.outcome },
  { name: 'Still to be done', of: ({ report }) => report.followUp },
  { name: 'Follow-ups', of: ({ followUps }) => lines(followUps.map(({ what, owner, due, done }) => [done ? words.done : words.waiting, what, owner.name, due ?? ''].filter((text) => text !== '').join(', '))) },
  { name: 'Review', of: ({ review }) => words.reviewStates[review.state] },
  { name: 'Amendments', of: ({ amendments }) => lines(amendments.map(({ at, staff, station, text }) => named(`${at} ${staff ?? station}`, text))) },
  { name: 'Call for help', of: ({ alarm }) => alarm },
  { name: 'Kind of call', of: ({ origin }) => origin.alarm?.kind ?? null },
  { name: 'Level', of: ({ origin }) => origin.alarm?.level ?? null },
  { name: 'Called (UTC)', of: ({ origin }) => origin.alarm?.raisedAt ?? null },
  { name: 'First answer (UTC)', of: ({ origin }) => origin.alarm?.acknowledgements[0]?.at ?? null },
  { name: 'Closed (UTC)', of: ({ origin }) => origin.alarm?.closedAt ?? null },
  { name: 'Files', of: ({ attachments }) => attachments.filter(({ removed }) => removed === null).length },
];
