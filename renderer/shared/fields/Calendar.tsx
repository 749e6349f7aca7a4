import { Calendar as Months } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readersLocale } from '../locale.ts';
import classes from './Calendar.module.css';
import type { CalendarSpan } from './CalendarButton.tsx';
import { dayAfterKey } from './dayAfterKey.ts';
import { useToday } from './useToday.ts';
import { firstDayOfWeek, isDay } from './writtenDay.ts';

interface Props extends CalendarSpan {
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** A month of days; its name leads to the months, and theirs to the years. The arrow keys go on from one month into the next. */
export const Calendar = ({ day, min, max, onChoose }: Props) => {
  const { t } = useTranslation('shared');
  const locale = readersLocale();
  const today = useToday();
  const within = (wanted: string): string => (min !== undefined && wanted < min ? min : max !== undefined && wanted > max ? max : wanted);
  // An object: the keys may lead to the same day again, from elsewhere.
  const [at, setAt] = useState({ day: within(isDay(day) ? day : today) });
  const [shown, setShown] = useState(at.day);
  const root = useRef<HTMLDivElement>(null);
  const inWords = (options: Intl.DateTimeFormatOptions) => (date: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

  // Where the arrow keys have led to, once that month is drawn.
  useEffect(() => root.current?.querySelector<HTMLElement>(`[data-day="${at.day}"]`)?.focus(), [at]);
  const goOn = (event: KeyboardEvent, from: string): void => {
    const next = dayAfterKey(from, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt({ day: within(next) });
    setShown(within(next));
  };
  return (
    <Months
      ref={root}
      classNames={{ day: classes.day ?? '', weekday: classes.weekday ?? '', calendarHeader: classes.header ?? '', calendarHeaderControl: classes.turn ?? '', calendarHeaderLevel: classes.level ?? '', monthsListControl: classes.choice ?? '', yearsListControl: classes.choice ?? '' }}
      __stopPropagation
      date={shown}
      onDateChange={setShown}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
      firstDayOfWeek={firstDayOfWeek(locale)}
      weekendDays={[]}
      hideOutsideDates
      highlightToday
      ariaLabels={{ previousMonth: t('fields.previousMonth'), nextMonth: t('fields.nextMonth'), previousYear: t('fields.previousYear'), nextYear: t('fields.nextYear'), previousDecade: t('fields.previousYears'), nextDecade: t('fields.nextYears') }}
      weekdayFormat={inWords({ weekday: 'short' })}
      monthLabelFormat={inWords({ month: 'long', year: 'numeric' })}
      monthsListFormat={inWords({ month: 'short' })}
      getDayAriaLabel={inWords({ dateStyle: 'full' })}
      getDayProps={(date) => ({ selected: date === day, 'data-day': date, 'data-autofocus': date === at.day || undefined, 'aria-current': date === today ? ('date' as const) : undefined, onClick: () => onChoose(date), onKeyDown: (event) => goOn(event, date) })}
    />
  );
};
