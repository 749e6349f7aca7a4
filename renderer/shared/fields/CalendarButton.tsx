import { ActionIcon, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Calendar.module.css';

// Most windows never open one: it is fetched, with its styles, when the first one does.
const Calendar = lazy(async () => ({ default: (await import('./Calendar.tsx')).Calendar }));

/** Between which days there is something to choose; everything, when left out. */
export interface CalendarSpan {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

interface Props extends CalendarSpan {
  /** Id of the label of the field it belongs to. */
  readonly of: string;
  /** '' while none is chosen. */
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** Opens a calendar beside its field. */
export const CalendarButton = ({ of, day, min, max, onChoose }: Props) => {
  const { t } = useTranslation('shared');
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpened(false);
    button.current?.focus();
  };
  return (
    // Not in a portal: a page is a modal dialog, and what stands outside of one is not there for a screen reader. Fixed, so that no scrolling part of it
    // cuts the calendar off; where there is no room beside the field it lies over it, and stays (with the focus in it) while the field is scrolled away.
    <Popover opened={opened} onChange={setOpened} withinPortal={false} floatingStrategy="fixed" position="bottom-end" offset={4} hideDetached={false} closeOnEscape={false} transitionProps={{ duration: 0 }} middlewares={{ flip: true, shift: { crossAxis: true, limiter: undefined, padding: 4 } }}>
      <Popover.Target>
        <ActionIcon ref={button} variant="transparent" color="gray" aria-label={t('fields.calendar')} aria-describedby={of} onClick={() => setOpened(!opened)}>
          <IconCalendar size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.dropdown ?? ''}
        // The Tab key leads on from it, to the next field. Escape leads back to the noticeboard at once, as from everywhere.
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpened(false);
        }}
      >
        <Suspense>
          <Calendar
            day={day}
            min={min}
            max={max}
            onChoose={(chosen) => {
              close();
              onChoose(chosen);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
};
