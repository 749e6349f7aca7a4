import { Button, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDocument, Status } from '../../main/contract/index.ts';
import { freeId } from '../settings/freeId.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { siteStations } from '../settings/siteStations.ts';
import classes from './Plans.module.css';
import { SettingForm } from './SettingForm.tsx';
import { StationTicks } from './StationTicks.tsx';
import { useChangePlans } from './usePlans.ts';

type Group = PlanDocument['groups'][number];

/** Groups of desks: a name and ticks each. */
export const GroupSettings = ({ document, status }: { readonly document: PlanDocument; readonly status: Status }) => {
  const { t } = useTranslation('plans');
  const change = useChangePlans();
  const [edited, setEdited] = useState<readonly Group[] | null>(null);
  const [tried, setTried] = useState(false);
  const shown = edited ?? document.groups;
  const names = new Map(siteStations(status).map(({ id, name }) => [id, name]));
  const known = new Set(document.groups.map(({ id }) => id));

  const save = async (): Promise<void> => {
    setTried(true);
    if (shown.some(({ name }) => name.trim() === '')) return;
    const taken: string[] = [...known];
    // A new group is named after what people call it; one that exists keeps the name that plans know.
    const groups = shown.map((group) => {
      if (known.has(group.id)) return group;
      const id = freeId(group.name, taken, 'group');
      taken.push(id);
      return { ...group, id };
    });
    if ((await change.run(() => ({ groups }))).ok) {
      setEdited(null);
      setTried(false);
    }
  };

  return (
    <SettingRow wide title={t('group.title')} hint={t('group.hint')} standard={t('group.default')} source="site">
      <SettingForm
        edited={edited !== null}
        busy={change.busy}
        problem={change.problem}
        onSave={save}
        add={
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={shown.length >= 50} onClick={() => setEdited([...shown, { id: crypto.randomUUID(), name: '', stations: [] }])}>
            {t('group.add')}
          </Button>
        }
      >
        {shown.length === 0 && <Text c="dimmed">{t('group.none')}</Text>}
        {shown.map((group, index) => (
          <div key={group.id} className={classes.step}>
            <div className={classes.span}>
              <TextInput flex="1 1 14rem" label={t('group.name')} autoComplete="off" value={group.name} error={tried && group.name.trim() === '' ? t('flaw.missing') : null} onChange={(event) => setEdited(shown.with(index, { ...group, name: event.currentTarget.value }))} />
              <Button variant="default" aria-label={t('group.remove', { name: group.name })} mt="auto" onClick={() => setEdited(shown.toSpliced(index, 1))}>
                {t('plan.remove')}
              </Button>
            </div>
            <StationTicks title={t('group.desks', { name: group.name })} stations={names} chosen={group.stations} onChange={(stations) => setEdited(shown.with(index, { ...group, stations: [...stations] }))} />
          </div>
        ))}
      </SettingForm>
    </SettingRow>
  );
};
