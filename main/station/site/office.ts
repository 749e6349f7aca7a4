import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Board, BoardSettings, StationSettings } from '../../contract/station.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { emptyBoard } from '../../core/site/foldBoard.ts';
import { byWhom, fileOf, ownFile, type StationContext } from '../context.ts';

/** The noticeboard of the site and the settings of this station. */
export interface Office {
  readonly board: () => Board;
  readonly changeBoard: (settings: BoardSettings, staff: StaffReference | null) => Result<void>;
  readonly addNotice: (text: string, staff: StaffReference | null) => Result<void>;
  readonly removeNotice: (id: string, staff: StaffReference | null) => Result<void>;
  readonly settings: () => StationSettings;
  readonly changeSettings: (settings: Partial<StationSettings>, staff: StaffReference | null) => Result<StationSettings>;
  readonly rename: (station: string, place: string, staff: StaffReference | null) => Result<void>;
}

export const boardSubject = subjectOf('board', 'site');

export const createOffice = (context: StationContext): Office => {
  const { ledger, identity, ids } = context;
  const own = subjectOf('station', identity.station.id);
  const append = (draft: Draft): Result<void> => {
    const appended = ledger.append([draft]);
    return appended.ok ? done(undefined) : appended;
  };
  const settings = (): StationSettings => ownFile(context).settings;
  return {
    board: () => ledger.state('board', boardSubject) ?? emptyBoard,
    changeBoard: (body, staff) => append({ kind: 'BoardChanged', subject: boardSubject, body: { ...body, ...byWhom(context, staff) } }),
    addNotice: (text, staff) => append({ kind: 'NoticePosted', subject: boardSubject, body: { id: ids.next(), text, by: staff?.name ?? ownFile(context).name, ...byWhom(context, staff) } }),
    removeNotice: (id, staff) => append({ kind: 'NoticeRemoved', subject: boardSubject, body: { id, ...byWhom(context, staff) } }),
    settings,
    changeSettings: (body, staff) => {
      const appended = append({ kind: 'StationSettingsChanged', subject: own, body: { ...body, ...byWhom(context, staff) } });
      return appended.ok ? done(settings()) : appended;
    },
    rename: (name, place, staff) => {
      const taken = ledger.local.roster.list().some((station) => station.id !== identity.station.id && fileOf(ledger, station).name.toLowerCase() === name.toLowerCase());
      if (taken) return failed('InputInvalid', `Another station of this site is called ${name}.`, 'Choose a name that no other station has.', 'station');
      return append({ kind: 'StationRenamed', subject: own, body: { name, place, ...byWhom(context, staff) } });
    },
  };
};
