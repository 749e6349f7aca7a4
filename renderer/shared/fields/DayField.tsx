import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useId } from 'react';
import { readersLocale } from '../locale.ts';
import classes from './Calendar.module.css';
import { CalendarButton } from './CalendarButton.tsx';
import type { CalendarSpan } from './CalendarButton.tsx';
import { doubtBelow } from './doubtBelow.ts';
import { readDay } from './readTyped.ts';
import type { DayReading } from './readTyped.ts';
import { useFieldWords } from './useFieldWords.ts';
import { useToday } from './useToday.ts';
import { useTyped } from './useTyped.ts';
import { dayOrderOf, inFigures } from './writtenDay.ts';

/** What these fields are told beside their value: as a text field is. */
export interface FieldProps extends Pick<TextInputProps, 'label' | 'aria-label' | 'description' | 'required' | 'className' | 'maw' | 'error'> {
  /** Stands below in the place of a description, and refuses nothing. */
  readonly doubt?: string | undefined;
}

interface Props extends FieldProps, CalendarSpan, Pick<DayReading, 'side'> {
  /** `2026-11-30`; '' while there is none, also while what is typed is none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/**
 * A day, typed in the order of the reader's language or chosen in a calendar. The browser's own field follows the language of the browser, whatever was chosen at
 * the sign-in; Mantine's DateInput throws away what it cannot read, and its calendar cannot be entered by keys.
 */
export const DayField = ({ value, onChange, side, min, max, error, doubt, ...rest }: Props) => {
  const id = useId();
  const locale = readersLocale();
  const today = useToday();
  const { pattern, flawWords } = useFieldWords();
  const { field, flaw } = useTyped({ value, onChange, read: (text) => readDay(text, { order: dayOrderOf(locale), today, side }), show: (day) => inFigures(day, locale) });
  return (
    <TextInput
      {...rest}
      {...doubtBelow(doubt)}
      {...field}
      id={id}
      inputMode="numeric"
      placeholder={pattern}
      error={flaw === null ? error : flawWords(flaw)}
      classNames={{ section: classes.beside ?? '' }}
      rightSectionWidth="2.75rem"
      rightSection={<CalendarButton of={`${id}-label`} day={value} min={min} max={max} onChoose={onChange} />}
    />
  );
};
