import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, PlanDocument, Staff, StationSettings, Status } from '../../main/contract/index.ts';
import { BackupSettings } from '../backups/BackupSettings.tsx';
import { ChannelSettings } from '../channels/ChannelSettings.tsx';
import { CheckInSettings } from '../plans/CheckInSettings.tsx';
import { FaultSettings } from '../plans/FaultSettings.tsx';
import { GroupSettings } from '../plans/GroupSettings.tsx';
import { PlanSettings } from '../plans/PlanSettings.tsx';
import { PlanYaml } from '../plans/PlanYaml.tsx';
import { AloneTimesSetting, SiteHoursSetting } from '../plans/TimeSettings.tsx';
import { HoursSetting, NumbersSetting, RotaSetting } from './BoardSettings.tsx';
import { ColourSchemeSetting, CueSetSetting, PublicViewSetting, TextSizeSetting, TurnNotesSetting } from './DeskSettings.tsx';
import { InviteSetting } from './InviteSetting.tsx';
import { NameSetting } from './NameSetting.tsx';
import { OwnDuressCode } from './OwnDuressCode.tsx';
import { PeopleSettings } from './PeopleSettings.tsx';
import { StuckAfterSetting } from './StuckAfterSetting.tsx';
import { TriggerSettings } from './TriggerSettings.tsx';

export interface ListedSetting {
  readonly id: string;
  readonly group: 'desk' | 'triggers' | 'ways' | 'board' | 'site';
  /** What the search looks through. */
  readonly words: string;
  readonly forAdministrators: boolean;
  readonly row: ReactNode;
}

interface Present {
  readonly settings: StationSettings | undefined;
  readonly status: Status | undefined;
  readonly board: Board | undefined;
  /** Null while the station has not told them. */
  readonly plans: PlanDocument | null;
  readonly staff: Staff | null;
}

/** Every setting there is, in its order; empty until the station told their values. */
export const useSettingList = ({ settings, status, board, plans, staff }: Present): readonly ListedSetting[] => {
  const { t } = useTranslation(['settings', 'plans', 'channels', 'backups']);
  if (settings === undefined || status === undefined || board === undefined) return [];

  const listed = (id: Parameters<typeof words>[0], group: ListedSetting['group'], row: ReactNode, forAdministrators = false): ListedSetting => ({
    id,
    group,
    words: words(id, group),
    forAdministrators,
    row,
  });
  const words = (
    id: 'name' | 'publicView' | 'cueSet' | 'turnNotes' | 'colourScheme' | 'textSize' | 'stuckAfter' | 'duress' | 'hours' | 'rota' | 'numbers' | 'triggers' | 'invite' | 'people',
    group: ListedSetting['group'],
  ): string => `${t(`${id}.title`)} ${t(`${id}.hint`)} ${t(`group.${group}`)}`;
  const way = (id: string, title: string, hint: string, row: ReactNode, group: ListedSetting['group'] = 'ways'): ListedSetting => ({ id, group, words: `${title} ${hint} ${t(`group.${group}`)}`, forAdministrators: true, row });

  return [
    listed('name', 'desk', <NameSetting station={status.station} place={status.place} />, true),
    listed('publicView', 'desk', <PublicViewSetting settings={settings} />),
    listed('textSize', 'desk', <TextSizeSetting settings={settings} />),
    listed('colourScheme', 'desk', <ColourSchemeSetting settings={settings} />),
    listed('turnNotes', 'desk', <TurnNotesSetting settings={settings} />),
    listed('triggers', 'triggers', <TriggerSettings />),
    listed('cueSet', 'triggers', <CueSetSetting settings={settings} />),
    listed('stuckAfter', 'triggers', <StuckAfterSetting settings={settings} />),
    ...(staff === null ? [] : [listed('duress', 'triggers', <OwnDuressCode key={staff.id} staff={staff} />)]),
    { id: 'aloneTimes', group: 'triggers', words: `${t('plans:aloneTimes.title')} ${t('plans:aloneTimes.hint')}`, forAdministrators: false, row: <AloneTimesSetting settings={settings} /> },
    way('channels', t('channels:title'), t('channels:explanation'), <ChannelSettings status={status} />),
    ...(plans === null
      ? []
      : [
          way('plans', t('plans:plan.title'), t('plans:plan.hint'), <PlanSettings document={plans} status={status} />),
          way('groups', t('plans:group.title'), t('plans:group.hint'), <GroupSettings document={plans} status={status} />),
          way('siteHours', t('plans:hours.title'), t('plans:hours.hint'), <SiteHoursSetting document={plans} />),
          way('checkIn', t('plans:checkIn.title'), t('plans:checkIn.hint'), <CheckInSettings document={plans} />),
          way('faults', t('plans:faults.title'), t('plans:faults.hint'), <FaultSettings document={plans} />),
          way('yaml', t('plans:yaml.title'), t('plans:yaml.hint'), <PlanYaml />),
        ]),
    listed('hours', 'board', <HoursSetting board={board} />, true),
    listed('rota', 'board', <RotaSetting board={board} />, true),
    listed('numbers', 'board', <NumbersSetting board={board} />, true),
    listed('people', 'site', <PeopleSettings />, true),
    listed('invite', 'site', <InviteSetting />, true),
    way('backups', t('backups:title'), `${t('backups:hint')} ${t('backups:passphrase.title')} ${t('backups:schedule.title')}`, <BackupSettings />, 'site'),
  ];
};
