import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Capability, PlanDocument, Staff, StationSettings, Status } from '../../main/contract/index.ts';
import { BackupSettings } from '../backups/BackupSettings.tsx';
import { ChannelSettings } from '../channels/ChannelSettings.tsx';
import { RecordFormSetting } from '../paperwork/RecordFormSetting.tsx';
import { CheckInSettings } from '../plans/CheckInSettings.tsx';
import { FaultSettings } from '../plans/FaultSettings.tsx';
import { GroupSettings } from '../plans/GroupSettings.tsx';
import { PlanSettings } from '../plans/PlanSettings.tsx';
import { PlanYaml } from '../plans/PlanYaml.tsx';
import { AloneTimesSetting, SiteHoursSetting } from '../plans/TimeSettings.tsx';
import { DataProtectionSetting } from '../protection/DataProtectionSetting.tsx';
import { ProcedureSetting } from '../procedures/ProcedureSetting.tsx';
import { RotaSettings } from '../rota/RotaSettings.tsx';
import { AuditLink } from './AuditLink.tsx';
import { HoursSetting, NumbersSetting, RotaSetting } from './BoardSettings.tsx';
import { ColourSchemeSetting, CueSetSetting, NotesLanguageSetting, PublicViewSetting, TextSizeSetting, TurnNotesSetting } from './DeskSettings.tsx';
import { InviteSetting } from './InviteSetting.tsx';
import { DeskLanguageSetting, OwnLanguageSetting } from './LanguageSettings.tsx';
import { NameSetting } from './NameSetting.tsx';
import { OwnDuressCode } from './OwnDuressCode.tsx';
import { OwnPinSetting } from './OwnPinSetting.tsx';
import { PeopleSettings } from './PeopleSettings.tsx';
import { BadgeRuleSetting, RotaNamesSetting, SignOutAfterSetting } from './SiteRuleSettings.tsx';
import { StuckAfterSetting } from './StuckAfterSetting.tsx';
import { TriggerSettings } from './TriggerSettings.tsx';

export interface ListedSetting {
  readonly id: string;
  readonly group: 'desk' | 'triggers' | 'ways' | 'board' | 'site';
  /** What the search looks through. */
  readonly words: string;
  /** What one must be allowed to, to change it; whoever reads everything sees it all the same. */
  readonly needs: Capability;
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
  const { t } = useTranslation(['settings', 'plans', 'channels', 'rota', 'backups', 'procedures', 'protection', 'paperwork']);
  if (settings === undefined || status === undefined || board === undefined) return [];

  const listed = (id: Parameters<typeof words>[0], group: ListedSetting['group'], row: ReactNode, needs: Capability = 'change-desk'): ListedSetting => ({
    id,
    group,
    words: words(id, group),
    needs,
    row,
  });
  const words = (
    id: 'name' | 'publicView' | 'cueSet' | 'turnNotes' | 'language' | 'ownLanguage' | 'notesLanguage' | 'colourScheme' | 'textSize' | 'stuckAfter' | 'duress' | 'hours' | 'rota' | 'numbers' | 'triggers' | 'invite' | 'people' | 'badgeRule' | 'signOutAfter' | 'ownPin' | 'auditLink' | 'rotaNames',
    group: ListedSetting['group'],
  ): string => `${t(`${id}.title`)} ${t(`${id}.hint`)} ${t(`group.${group}`)}`;
  const way = (id: string, title: string, hint: string, row: ReactNode, needs: Capability = 'change-plans', group: ListedSetting['group'] = 'ways'): ListedSetting => ({ id, group, words: `${title} ${hint} ${t(`group.${group}`)}`, needs, row });

  return [
    listed('name', 'desk', <NameSetting station={status.station} place={status.place} />, 'change-site'),
    listed('publicView', 'desk', <PublicViewSetting settings={settings} />),
    listed('textSize', 'desk', <TextSizeSetting settings={settings} />),
    listed('colourScheme', 'desk', <ColourSchemeSetting settings={settings} />),
    listed('turnNotes', 'desk', <TurnNotesSetting settings={settings} />),
    listed('language', 'desk', <DeskLanguageSetting settings={settings} />),
    listed('notesLanguage', 'desk', <NotesLanguageSetting settings={settings} />),
    listed('triggers', 'triggers', <TriggerSettings />),
    listed('cueSet', 'triggers', <CueSetSetting settings={settings} />),
    listed('stuckAfter', 'triggers', <StuckAfterSetting settings={settings} />),
    ...(staff === null ? [] : [listed('duress', 'triggers', <OwnDuressCode key={staff.id} staff={staff} />, 'change-own-codes')]),
    { id: 'aloneTimes', group: 'triggers', words: `${t('plans:aloneTimes.title')} ${t('plans:aloneTimes.hint')}`, needs: 'change-desk', row: <AloneTimesSetting settings={settings} /> },
    way('channels', t('channels:title'), t('channels:explanation'), <ChannelSettings status={status} />, 'change-channels'),
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
    way('procedures', t('procedures:setting.title'), t('procedures:setting.hint'), <ProcedureSetting />, 'change-procedures', 'board'),
    listed('hours', 'board', <HoursSetting board={board} />, 'change-board'),
    { id: 'plannedRota', group: 'board', words: `${t('rota:week.title')} ${t('rota:week.hint')} ${t('rota:days.title')}`, needs: 'plan-rota', row: <RotaSettings status={status} /> },
    listed('rotaNames', 'board', <RotaNamesSetting />, 'change-site'),
    listed('rota', 'board', <RotaSetting board={board} />, 'change-board'),
    listed('numbers', 'board', <NumbersSetting board={board} />, 'change-board'),
    listed('people', 'site', <PeopleSettings />, 'change-people'),
    listed('badgeRule', 'site', <BadgeRuleSetting />, 'change-site'),
    listed('signOutAfter', 'site', <SignOutAfterSetting />, 'change-site'),
    listed('ownLanguage', 'site', <OwnLanguageSetting />, 'change-own-codes'),
    listed('ownPin', 'site', <OwnPinSetting />, 'change-own-codes'),
    listed('auditLink', 'site', <AuditLink />, 'read-audit'),
    way('protection', t('protection:setting.title'), `${t('protection:setting.hint')} ${t('protection:register.link')}`, <DataProtectionSetting />, 'read-setup', 'site'),
    listed('invite', 'site', <InviteSetting />, 'change-site'),
    way('recordForm', t('paperwork:form.setting.title'), t('paperwork:form.setting.hint'), <RecordFormSetting />, 'change-record-form', 'site'),
    way('backups', t('backups:title'), `${t('backups:hint')} ${t('backups:passphrase.title')} ${t('backups:schedule.title')}`, <BackupSettings />, 'change-backups', 'site'),
  ];
};
