import { Button, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rota } from '../../main/contract/index.ts';
import { weekdays } from '../plans/weekdays.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useKeptForm } from '../shared/useKeptForm.ts';
import { useNow } from '../shared/useNow.ts';
import classes from './Rota.module.css';
import { dateToday, editedDaysSchema, isComplete, isGone, nextShift, ofWeekday, onDate, weekdayOf, withEditedDay, withEditedDays, type Choice } from './shiftDraft.ts';
import { ShiftLines } from './ShiftLines.tsx';
import { useShiftWords } from './useShiftWords.ts';

interface Props {
  readonly rota: Rota;
  readonly people: readonly Choice[];
  readonly stations: readonly Choice[];
}

/** The ordinary week, a day at a time; it is saved as a whole. What is typed stays until then. */
export const WeekRota = ({ rota, people, stations }: Props) => {
  const { t } = useTranslation('rota');
  const today = dateToday(useNow(60_000));
  const [weekday, setWeekday] = useState(weekdayOf(today));
  const kept = useKeptForm('rota/week', editedDaysSchema);
  const edited = kept.value;
  const [tried, setTried] = useState(false);
  const words = useShiftWords(people, stations);
  const save = useCommand((client, week: Rota['week']) => client.rota.saveWeek({ shifts: week }));
  const week = edited === null ? rota.week : withEditedDays(rota.week, edited);
  const shifts = ofWeekday({ week }, weekday);
  const change = (changed: typeof shifts): void => kept.write(withEditedDay(edited ?? { days: [] }, weekday, changed));
  const days = weekdays();
  const shownToday = onDate(rota, today).filter(({ staff }) => !isGone(people, staff));

  const leave = (): void => {
    kept.close();
    setTried(false);
    save.forget();
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isComplete(week)) return;
    const saved = await save.run(week);
    if (!saved.ok) {
      // Lines are counted by the day: the one that does not fit has to be seen.
      const day = week[Number(saved.error.field?.split('.')[1])]?.day;
      if (day !== undefined) setWeekday(day);
      return;
    }
    leave();
  };

  return (
    <SettingRow wide title={t('week.title')} hint={t('week.hint')} source="site">
      <form
        noValidate
        className={classes.editor}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={classes.today}>
          <Text fw={500}>{t('today.title')}</Text>
          {shownToday.length === 0 ? (
            <Text c="dimmed">{t('today.none')}</Text>
          ) : (
            <ul>
              {shownToday.map((shift, index) => (
                <li key={index}>{words(shift)}</li>
              ))}
            </ul>
          )}
        </div>
        {people.length === 0 && <Text>{t('line.nobodyToPlan')}</Text>}
        <SegmentedControl aria-label={t('week.day')} value={String(weekday)} data={days.map(({ day, name }) => ({ value: String(day), label: name.slice(0, 3) }))} onChange={(value) => setWeekday(Number(value))} />
        <Text fw={500}>{days.find(({ day }) => day === weekday)?.name}</Text>
        {shifts.length === 0 && <Text c="dimmed">{t('week.nobody')}</Text>}
        <ShiftLines shifts={shifts} people={people} stations={stations} tried={tried} onChange={change} />
        <ProblemNote problem={save.problem} />
        <div className={classes.buttons}>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={people.length === 0} onClick={() => change([...shifts, nextShift(shifts, people, stations)])}>
            {t('line.add')}
          </Button>
          <NativeSelect
            aria-label={t('week.copyFrom')}
            value=""
            data={[{ value: '', label: t('week.copyFrom') }, ...days.filter(({ day }) => day !== weekday).map(({ day, name }) => ({ value: String(day), label: name }))]}
            onChange={(event) => change(ofWeekday({ week }, Number(event.currentTarget.value)))}
          />
          {edited !== null && (
            <>
              <Button variant="default" onClick={leave}>
                {t('days.cancel')}
              </Button>
              <Button type="submit" loading={save.busy}>
                {t('week.save')}
              </Button>
            </>
          )}
        </div>
      </form>
    </SettingRow>
  );
};
