import { ActionIcon, Checkbox, NativeSelect, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shiftSchema } from '../../main/contract/index.ts';
import type { Shift } from '../../main/contract/index.ts';
import { TimeField } from '../shared/fields/TimeField.tsx';
import { isGone, type Choice } from './shiftDraft.ts';
import classes from './Rota.module.css';

interface Props {
  readonly shifts: readonly Shift[];
  readonly people: readonly Choice[];
  readonly stations: readonly Choice[];
  /** Somebody tried to save: what is missing is marked. */
  readonly tried: boolean;
  readonly onChange: (shifts: readonly Shift[]) => void;
}

/** The lines of one day: who, where, from when to when, and whether alone. */
export const ShiftLines = ({ shifts, people, stations, tried, onChange }: Props) => {
  const { t } = useTranslation('rota');
  const isWrong = (time: string): boolean => tried && !shiftSchema.shape.from.safeParse(time).success;
  /** Whoever or whatever is no more stays to be seen until somebody chooses anew. */
  const offered = (choices: readonly Choice[], chosen: string, gone: string) => [...(isGone(choices, chosen) ? [{ value: chosen, label: gone }] : []), ...choices.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      {shifts.map((shift, index) => {
        const number = index + 1;
        const change = (part: Partial<Shift>): void => onChange(shifts.with(index, { ...shift, ...part }));
        return (
          <div key={index} className={classes.line}>
            <NativeSelect className={classes.choice ?? ''} aria-label={t('line.person', { number })} value={shift.staff} error={isGone(people, shift.staff)} data={offered(people, shift.staff, t('line.left'))} onChange={(event) => change({ staff: event.currentTarget.value })} />
            <NativeSelect className={classes.choice ?? ''} aria-label={t('line.desk', { number })} value={shift.station} error={isGone(stations, shift.station)} data={offered(stations, shift.station, t('line.gone'))} onChange={(event) => change({ station: event.currentTarget.value })} />
            <TimeField className={classes.time ?? ''} aria-label={t('line.from', { number })} value={shift.from} error={isWrong(shift.from)} onChange={(from) => change({ from })} />
            <span aria-hidden>–</span>
            <TimeField className={classes.time ?? ''} aria-label={t('line.to', { number })} value={shift.to} error={isWrong(shift.to)} onChange={(to) => change({ to })} />
            <label className={classes.alone}>
              <Checkbox aria-label={t('line.aloneOf', { number })} checked={shift.alone} onChange={(event) => change({ alone: event.currentTarget.checked })} />
              {t('line.alone')}
            </label>
            <ActionIcon aria-label={t('line.remove', { number })} onClick={() => onChange(shifts.toSpliced(index, 1))}>
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      {shifts.some(({ staff, station }) => isGone(people, staff) || isGone(stations, station)) && <Text>{t('line.anew')}</Text>}
      {tried && !shifts.every((shift) => shiftSchema.safeParse(shift).success) && <Text role="alert">{t('line.incomplete')}</Text>}
    </>
  );
};
