import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Person, SubjectAccess } from '../../contract/person.ts';
import { who, type Wording } from '../wording.ts';
import { reportBody } from './reportBody.ts';
import { facts, ink, section, sheet, textSection, timelineSection, title, written } from './sheet.ts';

/**
 * Everything that is held on a person, for that person. The names of staff may have been left out of it: so its foot names nobody either.
 * @param station where it was made
 */
export const accessSheet = (wording: Wording, station: string, access: SubjectAccess): TDocumentDefinitions => {
  const { words, localTime } = wording;
  const own = words.person.access;
  const { site, madeAt, withheld, person, incidents, files } = access;
  const names = person.names.map(({ name }) => name);
  const heading = own.heading(names[0] ?? own.noName);
  return sheet(wording, { site, title: heading, foot: own.foot(station, localTime(madeAt)) }, [
    title(heading, [own.made(site, localTime(madeAt)), withheld ? own.withheld : ''].filter((part) => part !== '').join('. ')),
    section(own.names, names.length === 0 ? own.noName : names.join(', ')),
    ...person.files.flatMap(({ description, before }): Content[] => [...writtenText(wording, own.description, description), ...writtenText(wording, own.before, before)]),
    ...bans(wording, person.bans),
    ...markers(wording, person.markers),
    section(own.review, own.reviewStates[person.review](wording.day(person.reviewOn))),
    ...(files.length === 0 ? [] : [section(own.files, { ul: files.map(({ name, at }) => `${name}, ${localTime(at)}`) })]),
    ...(person.history.length === 0 ? [] : [timelineSection(own.history, person.history.map((entry) => [localTime(entry.at), `${who(entry)} ${own.happened[entry.what]}${entry.text === '' ? '' : `: ${entry.text}`}`]))]),
    ...(person.looks.newest.length === 0 ? [] : [timelineSection(own.looks, person.looks.newest.map((look) => [localTime(look.at), own.lookedAt[look.what](who(look))]))]),
    ...incidents.map((incident): Content => ({ stack: recordOf(wording, incident), pageBreak: 'before' })),
  ]);
};

const writtenText = ({ words }: Wording, heading: string, { text, besides }: Person['files'][number]['description']): Content[] => textSection(heading, [text, ...besides.map((beside) => beside.text)].map((each) => each || words.person.access.nothing).join('\n\n'));

const bans = ({ words, localTime, day }: Wording, all: Person['bans']): Content[] => {
  const own = words.person.access;
  if (all.length === 0) return [section(own.bans, own.noBans)];
  return all.map((ban, index) => {
    const about: Content[] = [
      { text: ban.areas.length === 0 ? own.wholeSite : ban.areas.join(', '), bold: true },
      { text: `${own.banFrom} ${day(ban.from)}. ${ban.until === null ? own.noEnd : own.until(day(ban.until))}. ${own.banStates[ban.state](day(ban.from))}.`, color: ink.soft },
      written(ban.notice),
      { text: own.decidedBy(ban.decidedBy), color: ink.soft },
      ...(ban.lifted === null ? [] : [{ text: own.liftedBy(who(ban.lifted), localTime(ban.lifted.at), ban.lifted.reason), color: ink.soft }]),
    ];
    return index === 0 ? section(own.bans, ...about) : { stack: about, margin: [0, 8, 0, 0], unbreakable: true };
  });
};

const markers = ({ words, localTime }: Wording, all: Person['markers']): Content[] => {
  const own = words.person.access;
  if (all.length === 0) return [section(own.markers, own.noMarkers)];
  return [section(own.markers, facts(all.map(({ kind, text, removed }) => [own.markerKinds[kind], removed === null ? text : `${text}\n${own.markerRemoved(who(removed), localTime(removed.at), removed.reason)}`])))];
};

const recordOf = (wording: Wording, incident: SubjectAccess['incidents'][number]): Content[] => {
  const { words, localTime } = wording;
  const { amendments, report } = incident;
  return [
    { text: words.person.access.records, color: ink.accent, bold: true, margin: [0, 0, 0, 8] },
    title(incident.title, words.filedBy(who(incident), localTime(incident.filedAt))),
    ...reportBody(wording, report),
    ...amendments.flatMap(({ text, ...by }, index) => textSection(amendments.length === 1 ? words.amendment : words.amendmentOf(index + 1, amendments.length), `${who(by)}, ${localTime(by.at)}\n${text}`)),
  ];
};
