import type { Content } from 'pdfmake/interfaces.js';
import type { IncidentReport } from '../../contract/incident.ts';
import { fieldText, personText } from '../reportWords.ts';
import type { Wording } from '../wording.ts';
import { facts, section, textSection } from './sheet.ts';

const texts = ['account', 'actions', 'injuries', 'damage', 'outcome', 'followUp'] as const satisfies readonly (keyof IncidentReport)[];

/** What staff wrote. What was left empty is left out. `besides`: more facts below those of the report. */
export const reportBody = (wording: Wording, report: IncidentReport, besides: readonly (readonly [string, string])[] = []): Content[] => {
  const { words, localTime } = wording;
  const known = [
    ...(report.occurredAt === null ? [] : [[words.occurredAt, localTime(report.occurredAt)] as const]),
    ...(report.place === '' ? [] : [[words.place, report.place] as const]),
    ...(report.category === null ? [] : [[words.category, report.category.name || report.category.id] as const]),
    ...(report.securityStayed === 'unknown' ? [] : [[words.securityStayed, words.stayed[report.securityStayed]] as const]),
    ...(report.leftAt === null ? [] : [[words.leftAt, localTime(report.leftAt)] as const]),
    ...report.fields.map((field) => [field.label || field.id, fieldText(wording, field)] as const),
    ...besides,
  ];
  return [
    ...(known.length === 0 ? [] : [facts(known)]),
    ...(report.involved.length === 0 ? [] : [section(words.involved, facts(report.involved.map((person) => [words.roles[person.role], personText(words, person) || words.nothing])))]),
    ...(report.rules.length === 0 ? [] : [section(words.rules, { ul: report.rules.map(({ id, text }) => text || id) })]),
    ...(report.calls.length === 0 ? [] : [section(words.calls, facts(report.calls.map(({ service, reference, at }) => [words.services[service], [reference, at].filter((part) => part !== '').join(', ') || words.nothing])))]),
    ...texts.filter((field) => report[field] !== '').flatMap((field) => textSection(words.texts[field], report[field])),
  ];
};
