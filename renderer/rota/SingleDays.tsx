import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateSchema } from '../../main/contract/index.ts';
import type { Rota, Shift } from '../../main/contract/index.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { DayField } from '../shared/fields/DayField.tsx';
import { longDate } from '../shared/time.ts';
import { useKeptForm } from '../shared/useKeptForm.ts';
import { useNow } from '../shared/useNow.ts';
import classes from './Rota.module.css';
import { dateToday, isComplete, nextShift, onDate, plannedDaySchema, type Choice } from './shiftDraft.ts';
import { ShiftLines } from './ShiftLines.tsx';
import { useShiftWords } from './useShiftWords.ts';

interface Props {
  readonly rota: Rota;
  readonly people: readonly Choice[];
  readonly stations: readonly Choice[];
}

interface Draft {
  readonly date: string;
  readonly shifts: readonly Shift[];
}

const wordsOfDate = (date: string): string => longDate(`${date}T12:00:00`);

/** Days that are unlike their weekday. Those that are over are not listed; they stay in the history. */
export const SingleDays = ({ rota, people, stations }: Props) => {
  const { t } = useTranslation('rota');
  const today = dateToday(useNow(60_000));
  const [date, setDate] = useState('');
  const kept = useKeptForm('rota/day', plannedDaySchema);
  const draft = kept.value;
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const words = useShiftWords(people, stations);
  const save = useCommand((client, day: Draft) => client.rota.saveDay({ date: day.date, shifts: [...day.shifts] }));
  const forget = useCommand((client, day: string) => client.rota.forgetDay({ date: day }));
  const begin = (chosen: string): void => {
    kept.open({ date: chosen, shifts: [...onDate(rota, chosen)] });
    setTried(false);
    setSaid('');
    save.forget();
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (draft === null || !isComplete(draft.shifts) || !(await save.run(draft)).ok) return;
    setSaid(t('days.saved', { day: wordsOfDate(draft.date) }));
    kept.close();
    setDate('');
    setTried(false);
  };
  const listed = rota.days.filter((day) => day.date >= today);

  return (
    <SettingRow wide title={t('days.title')} hint={t('days.hint')} source="site">
      <div className={classes.editor}>
        {listed.length === 0 && <Text c="dimmed">{t('days.none')}</Text>}
        {listed.length > 0 && (
          <ul className={classes.days}>
            {listed.map((day) => (
              <li key={day.date} className={classes.day}>
                <div className={classes.dayWords}>
                  {wordsOfDate(day.date)}
                  <Text size="sm" c="dimmed">
                    {day.shifts.length === 0 ? t('days.closed') : day.shifts.map(words).join('; ')}
                  </Text>
                </div>
                <Button variant="default" aria-label={t('days.changeOf', { day: wordsOfDate(day.date) })} onClick={() => begin(day.date)}>
                  {t('days.change')}
                </Button>
                <Button variant="default" aria-label={t('days.forgetOf', { day: wordsOfDate(day.date) })} onClick={() => void forget.run(day.date)}>
                  {t('days.forget')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <ProblemNote problem={forget.problem} />
        {draft === null ? (
          <form
            noValidate
            className={classes.buttons}
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (dateSchema.safeParse(date).success) begin(date);
            }}
          >
            <DayField side="future" label={t('days.date')} min={today} value={date} error={tried && !dateSchema.safeParse(date).success ? t('days.missing') : null} onChange={setDate} />
            <Button type="submit" variant="default" mt="1.65rem">
              {t('days.add')}
            </Button>
          </form>
        ) : (
          <form
            noValidate
            className={classes.editor}
            aria-label={t('days.title_of', { day: wordsOfDate(draft.date) })}
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <Text fw={500}>{wordsOfDate(draft.date)}</Text>
            {draft.shifts.length === 0 && <Text c="dimmed">{t('days.closed')}</Text>}
            <ShiftLines shifts={draft.shifts} people={people} stations={stations} tried={tried} onChange={(shifts) => kept.change({ shifts: [...shifts] })} />
            <ProblemNote problem={save.problem} />
            <div className={classes.buttons}>
              <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={people.length === 0} onClick={() => kept.change({ shifts: [...draft.shifts, nextShift(draft.shifts, people, stations)] })}>
                {t('line.add')}
              </Button>
              <Button variant="default" onClick={kept.close}>
                {t('days.cancel')}
              </Button>
              <Button type="submit" loading={save.busy}>
                {t('days.save')}
              </Button>
            </div>
          </form>
        )}
        <Text role="status">{said}</Text>
      </div>
    </SettingRow>
  );
};
