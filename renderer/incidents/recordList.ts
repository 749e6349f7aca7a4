import type { Alarm, IncidentDraft, IncidentSummary, RecordPage } from '../../main/contract/index.ts';

/** A record as the station lists it; where words were asked for, with these marked. */
export type ListedRecord = RecordPage['lines'][number];
export type FoundWords = NonNullable<ListedRecord['found']>;

/** A line in the list of records, whichever group it stands in. `key` is unique in the whole list. */
export type RecordLine =
  | { readonly group: 'open'; readonly key: string; readonly alarm: Alarm }
  | { readonly group: 'unwritten'; readonly key: string; readonly alarm: Alarm }
  | { readonly group: 'draft'; readonly key: string; readonly draft: IncidentDraft }
  | { readonly group: 'filed'; readonly key: string; readonly incident: IncidentSummary; readonly found?: FoundWords };

export type RecordGroup = RecordLine['group'];

export interface RecordSources {
  readonly alarms: readonly Alarm[];
  readonly drafts: readonly IncidentDraft[];
  readonly incidents: readonly IncidentSummary[];
  readonly ownStationId: string;
}

/**
 * The list from top to bottom: what is open now, drafts, alarms that nobody wrote up yet, and what was filed.
 * Newest first within each.
 */
export const recordLines = (sources: RecordSources): readonly RecordLine[] => [
  ...sources.alarms
    .filter(({ state }) => state !== 'closed')
    .toSorted(newestFirst(({ raisedAt }) => raisedAt))
    .map((alarm): RecordLine => ({ group: 'open', key: `open/${alarm.id}`, alarm })),
  ...sources.drafts.toSorted(newestFirst(({ savedAt }) => savedAt)).map((draft): RecordLine => ({ group: 'draft', key: `draft/${draft.id}`, draft })),
  ...alarmsToWriteUp(sources).map((alarm): RecordLine => ({ group: 'unwritten', key: `alarm/${alarm.id}`, alarm })),
  ...sources.incidents.toSorted(newestFirst(({ filedAt }) => filedAt)).map((incident): RecordLine => ({ group: 'filed', key: `incident/${incident.id}`, incident })),
];

/**
 * Closed alarms that this station raised, answered or closed and that have neither a draft here nor a record anywhere.
 * Tests are not offered: nothing happened.
 */
export const alarmsToWriteUp = ({ alarms, drafts, incidents, ownStationId }: RecordSources): readonly Alarm[] => {
  const written = new Set([...drafts.map(({ alarm }) => alarm), ...incidents.map(({ alarm }) => alarm)]);
  return alarms
    .filter((alarm) => alarm.state === 'closed' && alarm.kind !== 'test' && !written.has(alarm.id) && concerns(alarm, ownStationId))
    .toSorted(newestFirst(({ closedAt }) => closedAt ?? ''));
};

const freshFor = 60 * 60_000;

/** The alarm whose form should open by itself: closed within the last hour, while nothing else is being read or written. */
export const formToOpen = (sources: RecordSources, selectedKey: string, now: Date): Alarm | undefined =>
  alarmsToWriteUp(sources).find(
    ({ id, closedAt }) => (selectedKey === '' || selectedKey === `open/${id}`) && closedAt !== null && now.getTime() - Date.parse(closedAt) < freshFor,
  );

/** Keeps the lines in which every word of the query occurs, whatever its case and accents. */
export const searchLines = (lines: readonly RecordLine[], query: string): readonly RecordLine[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? lines : lines.filter((line) => words.every((word) => plain(searchableText(line)).includes(word)));
};

/**
 * What stands in the list: on its first page, while nothing but words narrows it down, also what is not filed yet; then the records as the station lists them. Before its first
 * answer: what this window knows by itself.
 */
export const shownLines = (lines: readonly RecordLine[], words: string, { narrowed, first }: { readonly narrowed: boolean; readonly first: boolean }, listed: readonly ListedRecord[] | undefined): readonly RecordLine[] => {
  const here = narrowed || !first ? [] : searchLines(lines, words);
  if (listed === undefined) return here;
  return [...here.filter(({ group }) => group !== 'filed'), ...listed.map(({ incident, found }): RecordLine => ({ group: 'filed', key: `incident/${incident.id}`, incident, ...(found !== null && { found }) }))];
};

/** The line above or below the selected one; the first when none is selected; stays at the ends. */
export const neighbour = <Line extends { readonly key: string }>(lines: readonly Line[], selectedKey: string | null, direction: 1 | -1): Line | undefined => {
  const at = lines.findIndex(({ key }) => key === selectedKey);
  if (at === -1) return lines[0];
  return lines[Math.min(Math.max(at + direction, 0), lines.length - 1)];
};

/** The newest state of each alarm: the live ones stand before the same ones of an older list. */
export const mergeAlarms = (live: readonly Alarm[], listed: readonly Alarm[]): readonly Alarm[] => {
  const liveIds = new Set(live.map(({ id }) => id));
  return [...live, ...listed.filter(({ id }) => !liveIds.has(id))];
};

const concerns = (alarm: Alarm, stationId: string): boolean =>
  alarm.stationId === stationId || alarm.acknowledgements.some((acknowledgement) => acknowledgement.stationId === stationId);

const searchableText = (line: RecordLine): string => {
  switch (line.group) {
    case 'open':
    case 'unwritten':
      return [line.alarm.station, line.alarm.place, line.alarm.staff?.name].join(' ');
    case 'draft':
      return [line.draft.report.title, line.draft.report.place, line.draft.report.account].join(' ');
    case 'filed':
      return [line.incident.title, line.incident.place, line.incident.station, line.incident.staff].join(' ');
  }
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

const newestFirst =
  <Item>(moment: (item: Item) => string) =>
  (one: Item, other: Item): number =>
    moment(other).localeCompare(moment(one));
