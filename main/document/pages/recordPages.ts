import type { Content } from 'pdfmake/interfaces.js';
import type { ExportedAttachment, ExportedChecklist, ExportedRecord } from '../../contract/export.ts';
import type { FileContent } from '../exportOrder.ts';
import { who, type Wording } from '../wording.ts';
import { photoGrid } from './photos.ts';
import { reportBody } from './reportBody.ts';
import { facts, inHalves, ink, section, tableSection, textSection, timelineSection, title, written } from './sheet.ts';

/** A record as it was filed, with what was added since and where it came from. What was left empty is left out. */
export const recordPages = (wording: Wording, record: ExportedRecord, contents: readonly FileContent[]): Content[] => {
  const { words, localTime } = wording;
  const { report, amendments, attachments, checklists, followUps, origin, review } = record;
  const kind = origin.alarm === null ? '' : words.kind[origin.alarm.kind];
  return [
    title(record.title, [kind, words.filedBy(who(record), localTime(record.filedAt))].filter((part) => part !== '').join(' · ')),
    ...reportBody(wording, report, [[words.number, record.id]]),
    ...(amendments.length === 0
      ? [section(words.amendments, { text: words.noAmendments, color: ink.soft })]
      : amendments.flatMap(({ text, ...by }, index) => textSection(amendments.length === 1 ? words.amendment : words.amendmentOf(index + 1, amendments.length), `${who(by)}, ${localTime(by.at)}\n${text}`))),
    ...(followUps.length === 0 ? [] : [followUpPages(wording, followUps)]),
    ...reviewPages(wording, review),
    ...(origin.alarm === null ? [] : callPages(wording, origin.alarm)),
    ...checklists.map((checklist) => checklistPages(wording, checklist)),
    ...(attachments.length === 0 ? [] : [filePages(wording, attachments, contents), ...photoGrid(attachments, contents)]),
  ];
};

const followUpPages = ({ words, localTime, day }: Wording, followUps: ExportedRecord['followUps']): Content =>
  tableSection(
    words.followUps,
    [words.followUp, words.owner, words.due, words.state],
    ['*', 100, 70, 140],
    followUps.map(({ what, owner, due, done, history }) => [what, owner.name, due === null ? '' : day(due), { stack: [{ text: done ? words.done : words.waiting, bold: true }, ...history.map((change) => ({ text: `${words.changes[change.what]}: ${who(change)}, ${localTime(change.at)}${change.note === '' ? '' : `: ${change.note}`}`, fontSize: 8, color: ink.soft }))] }]),
  );

const reviewPages = ({ words, localTime }: Wording, { state, thread }: ExportedRecord['review']): Content[] => [
  section(words.review, words.reviewStates[state]),
  ...thread.flatMap((entry): Content[] => [
    { text: `${who(entry)}, ${localTime(entry.at)}, ${words.reviewEntries[entry.what]}`, color: ink.soft, fontSize: 8.5, margin: [0, 5, 0, 0] },
    ...(entry.text === '' ? [] : [written(entry.text)]),
  ]),
];

const callPages = ({ words, localTime }: Wording, alarm: NonNullable<ExportedRecord['origin']['alarm']>): Content[] => [
  section(
    words.call,
    facts([
      [words.callFrom, `${alarm.station}, ${alarm.place}`],
      [words.callLevel, words.level[alarm.level]],
      [words.callEnd, alarm.closedAt === null ? words.open : [localTime(alarm.closedAt), ...(alarm.closeReason === null ? [] : [words.reason[alarm.closeReason]]), ...(alarm.closeNote === '' ? [] : [alarm.closeNote])].join(', ')],
    ]),
    ...(alarm.duress ? [{ text: words.duress, color: ink.warning, bold: true, margin: [0, 4, 0, 0] } satisfies Content] : []),
  ),
  timelineSection(words.timeline, alarm.timeline.map((moment) => [localTime(moment.at), `${words.moments[moment.what](who(moment))}${moment.detail === '' ? '' : `: ${moment.detail}`}`])),
];

const checklistPages = ({ words, localTime }: Wording, { procedure, station, entries }: ExportedChecklist): Content =>
  entries.length === 0 ? section(words.checklist(procedure, station), { text: words.noEntries, color: ink.soft }) : timelineSection(words.checklist(procedure, station), entries.map(({ at, kind, text }) => [localTime(at), `${words.entries[kind]}: ${text}`]));

const filePages = (wording: Wording, attachments: readonly ExportedAttachment[], contents: readonly FileContent[]): Content => {
  const { words, localTime, figure } = wording;
  return tableSection(
    words.files,
    [words.file, words.added, words.digest],
    [150, 120, '*'],
    attachments.map((file) => [{ stack: [{ text: file.name, bold: true }, { text: `${file.type}, ${words.bytes(figure(file.size))}`, color: ink.soft }, ...noteOf(wording, file, contents.some(({ attachment }) => attachment === file.id))] }, `${who(file)}, ${localTime(file.at)}`, { text: file.sha256 === null ? words.incomplete : inHalves(file.sha256), fontSize: 7.5 }]),
    8.5,
  );
};

const noteOf = ({ words, localTime }: Wording, { restricted, removed }: ExportedAttachment, isHere: boolean): Content[] => [
  ...(restricted ? [{ text: isHere ? words.original : words.restricted, color: ink.soft }] : []),
  ...(removed === null ? [] : [{ text: words.removed(who(removed), localTime(removed.at), removed.reason), color: ink.warning }]),
];
