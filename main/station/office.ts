import type { StaffReference } from '../contract/alarm.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Board, BoardSettings, StationSettings } from '../contract/station.ts';
import type { Draft } from '../core/event/catalogue.ts';
import { subjectOf } from '../core/event/subject.ts';
import { emptyBoard } from '../core/site/foldBoard.ts';
import { fileOf, ownFile, type StationContext } from './context.ts';

/** The noticeboard of the site and the settings of this station. */
export interface Office {
  readonly board: () => Board;
  readonly changeBoard: (settings: BoardSettings) => Result<void>;
  readonly addNotice: (text: string, staff: StaffReference | null) => Result<void>;
  readonly removeNotice: (id: string) => Result<void>;
  readonly settings: () => StationSettings;
  readonly changeSettings: (settings: Partial<StationSettings>) => Result<StationSettings>;
  readonly rename: (station: string, place: string) => Result<void>;
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
    changeBoard: (body) => append({ kind: 'BoardChanged', subject: boardSubject, body }),
    addNotice: (text, staff) => append({ kind: 'NoticePosted', subject: boardSubject, body: { id: ids.next(), text, by: staff?.name ?? ownFile(context).name } }),
    removeNotice: (id) => append({ kind: 'NoticeRemoved', subject: boardSubject, body: { id } }),
    settings,
    changeSettings: (body) => {
      const appended = append({ kind: 'StationSettingsChanged', subject: own, body });
      return appended.ok ? done(settings()) : appended;
    },
    rename: (name, place) => {
      const taken = ledger.local.roster.list().some((station) => station.id !== identity.station.id && fileOf(ledger, station).name.toLowerCase() === name.toLowerCase());
      if (taken) return failed('InputInvalid', `Another station of this site is called ${name}.`, 'Choose a name that no other station has.', 'station');
      return append({ kind: 'StationRenamed', subject: own, body: { name, place } });
    },
  };
};
