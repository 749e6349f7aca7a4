import { TextInput } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readersLocale } from '../locale.ts';
import classes from './Calendar.module.css';
import { CalendarButton } from './CalendarButton.tsx';
import type { FieldProps } from './DayField.tsx';
import { doubtBelow } from './doubtBelow.ts';
import { readDayAndTime } from './readTyped.ts';
import type { Reading } from './readTyped.ts';
import { useFieldWords } from './useFieldWords.ts';
import { useToday } from './useToday.ts';
import { useTyped } from './useTyped.ts';
import { dayOnTheWall, fromWallClock, toWallClock } from './wallClock.ts';
import { dayOrderOf, inFigures } from './writtenDay.ts';

interface Props extends FieldProps {
  /** In UTC; null while there is none, also while what is typed is none. */
  readonly value: string | null;
  readonly onChange: (moment: string | null) => void;
  /** A time that is typed alone is one of this moment's day; of today's, without it. */
  readonly near?: string | null;
}

/** A day and a time that lie behind, typed in the order of the reader's language: "30/11/2026 10:20", "30.11. 10:20", or "10:20" alone. */
export const MomentField = ({ value, onChange, near = null, error, doubt, ...rest }: Props) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { t } = useTranslation('shared');
  const locale = readersLocale();
  const { pattern, flawWords } = useFieldWords();
  const today = useToday();
  const wall = value === null ? '' : toWallClock(value);
  const read = (text: string): Reading => readDayAndTime(text, { order: dayOrderOf(locale), today, side: 'past' }, near === null ? today : dayOnTheWall(near));
  const take = (typed: string): void => onChange(typed === '' ? null : fromWallClock(typed));
  const { field, flaw, type } = useTyped({ value: wall, onChange: take, read, show: (typed) => (typed === '' ? '' : `${inFigures(typed.slice(0, 10), locale)}, ${typed.slice(11)}`) });

  /** The time stays; where there is none yet it is what is typed next. */
  const choose = (day: string): void => {
    if (wall !== '') return take(`${day}T${wall.slice(11)}`);
    type(`${inFigures(day, locale)}, `);
    input.current?.focus();
  };
  return (
    <TextInput
      {...rest}
      {...doubtBelow(doubt)}
      {...field}
      id={id}
      ref={input}
      placeholder={`${pattern}, ${t('fields.timePattern')}`}
      error={flaw === null ? error : flawWords(flaw)}
      classNames={{ section: classes.beside ?? '' }}
      rightSectionWidth="2.75rem"
      rightSection={<CalendarButton of={`${id}-label`} day={wall.slice(0, 10)} max={today} onChoose={choose} />}
    />
  );
};
