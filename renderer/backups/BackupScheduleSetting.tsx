import { Button, Group, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSchedule } from '../../main/contract/index.ts';
import { FieldGroup } from '../settings/FieldGroup.tsx';
import { NumberField } from '../settings/NumberField.tsx';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { TimeField } from '../shared/fields/TimeField.tsx';
import { draftOf, scheduleOf } from './scheduleDraft.ts';
import type { ScheduleDraft } from './scheduleDraft.ts';

/** Where backups go by themselves, how often, and how many stay. */
export const BackupScheduleSetting = ({ schedule }: { readonly schedule: BackupSchedule | null }) => {
  const { t } = useTranslation('backups');
  const [edited, setEdited] = useState<ScheduleDraft | null>(null);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const set = useCommand((client, changed: BackupSchedule | null) => client.backup.schedule({ schedule: changed }));
  const draft = edited ?? draftOf(schedule);
  const { schedule: parsed, flaws } = scheduleOf(draft);
  const change = (changed: Partial<ScheduleDraft>): void => {
    setEdited({ ...draft, ...changed });
    setSaved(false);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (flaws.length > 0 || !(await set.run(parsed)).ok) return;
    setEdited(null);
    setTried(false);
    setSaved(true);
  };
  const flaw = (part: (typeof flaws)[number], words: string): string | null => (tried && flaws.includes(part) ? words : null);
  const example = navigator.userAgent.includes('Windows') ? 'E:\\Quietbell' : '/media/backup/quietbell';

  return (
    <SettingRow wide title={t('schedule.title')} hint={t('schedule.hint')} source="station">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack align="flex-start">
          <Switch size="lg" label={t('schedule.on')} checked={draft.on} onChange={(event) => change({ on: event.currentTarget.checked })} />
          {draft.on && (
            <>
              <TextInput w="100%" maw="36rem" label={t('schedule.folder')} description={t('schedule.folderHint', { example })} inputWrapperOrder={['label', 'input', 'error', 'description']} value={draft.folder} error={flaw('folder', t('schedule.folderWrong'))} onChange={(event) => change({ folder: event.currentTarget.value })} />
              <Group align="flex-end">
                <SegmentedControl
                  aria-label={t('schedule.every')}
                  value={draft.every}
                  data={[
                    { value: 'day', label: t('schedule.everyDay') },
                    { value: 'hours', label: t('schedule.everyHours') },
                  ]}
                  onChange={(every) => change({ every })}
                />
                {draft.every === 'day' ? (
                  <TimeField label={t('schedule.at')} value={draft.at} error={flaw('times', t('schedule.atWrong'))} onChange={(at) => change({ at })} />
                ) : (
                  <NumberField label={t('schedule.hours')} value={draft.hours} error={flaw('times', t('schedule.hoursWrong'))} onChange={(hours) => change({ hours })} />
                )}
              </Group>
              <FieldGroup title={t('schedule.keep')}>
                <Group align="flex-start">
                  <NumberField label={t('schedule.daily')} value={draft.daily} error={flaw('keep', t('schedule.keepWrong'))} onChange={(daily) => change({ daily })} />
                  <NumberField label={t('schedule.weekly')} value={draft.weekly} onChange={(weekly) => change({ weekly })} />
                  <NumberField label={t('schedule.monthly')} value={draft.monthly} onChange={(monthly) => change({ monthly })} />
                </Group>
              </FieldGroup>
            </>
          )}
          {edited !== null && (
            <Button type="submit" loading={set.busy}>
              {t('schedule.save')}
            </Button>
          )}
        </Stack>
        <Text role="status">{saved && t('schedule.saved')}</Text>
        <ProblemNote problem={set.problem} />
      </form>
    </SettingRow>
  );
};
