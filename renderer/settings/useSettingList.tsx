import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, StationSettings, Status } from '../../main/contract/index.ts';
import { HoursSetting, NumbersSetting, RotaSetting } from './BoardSettings.tsx';
import { ColourSchemeSetting, CueSetSetting, PublicViewSetting, TextSizeSetting, TurnNotesSetting } from './DeskSettings.tsx';
import { InviteSetting } from './InviteSetting.tsx';
import { NameSetting } from './NameSetting.tsx';
import { PeopleSettings } from './PeopleSettings.tsx';
import { TriggerSettings } from './TriggerSettings.tsx';

export interface ListedSetting {
  readonly id: string;
  readonly group: 'desk' | 'board' | 'triggers' | 'site';
  /** What the search looks through. */
  readonly words: string;
  readonly forAdministrators: boolean;
  readonly row: ReactNode;
}

interface Present {
  readonly settings: StationSettings | undefined;
  readonly status: Status | undefined;
  readonly board: Board | undefined;
}

/** Every setting there is, in its order; empty until the station told their values. */
export const useSettingList = ({ settings, status, board }: Present): readonly ListedSetting[] => {
  const { t } = useTranslation('settings');
  if (settings === undefined || status === undefined || board === undefined) return [];

  const listed = (id: Parameters<typeof words>[0], group: ListedSetting['group'], row: ReactNode, forAdministrators = false): ListedSetting => ({
    id,
    group,
    words: words(id, group),
    forAdministrators,
    row,
  });
  const words = (
    id: 'name' | 'publicView' | 'cueSet' | 'turnNotes' | 'colourScheme' | 'textSize' | 'hours' | 'rota' | 'numbers' | 'triggers' | 'invite' | 'people',
    group: ListedSetting['group'],
  ): string => `${t(`${id}.title`)} ${t(`${id}.hint`)} ${t(`group.${group}`)}`;

  return [
    listed('name', 'desk', <NameSetting station={status.station} place={status.place} />, true),
    listed('publicView', 'desk', <PublicViewSetting settings={settings} />),
    listed('textSize', 'desk', <TextSizeSetting settings={settings} />),
    listed('colourScheme', 'desk', <ColourSchemeSetting settings={settings} />),
    listed('turnNotes', 'desk', <TurnNotesSetting settings={settings} />),
    listed('triggers', 'triggers', <TriggerSettings />),
    listed('cueSet', 'triggers', <CueSetSetting settings={settings} />),
    listed('hours', 'board', <HoursSetting board={board} />, true),
    listed('rota', 'board', <RotaSetting board={board} />, true),
    listed('numbers', 'board', <NumbersSetting board={board} />, true),
    listed('people', 'site', <PeopleSettings />, true),
    listed('invite', 'site', <InviteSetting />, true),
  ];
};
