import { ActionIcon, Button, NativeSelect, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weeklySpanSchema } from '../../main/contract/index.ts';
import type { Problem, WeeklySpan } from '../../main/contract/index.ts';
import { TimeField } from '../shared/fields/TimeField.tsx';
import classes from './Plans.module.css';
import { SettingForm } from './SettingForm.tsx';
import { nextSpan, weekdays } from './weekdays.ts';

interface Props {
  readonly spans: readonly WeeklySpan[];
  readonly most: number;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Resolves to whether they were kept. */
  readonly onSave: (spans: readonly WeeklySpan[]) => Promise<boolean>;
}

/** Times of the week. Somebody's typing stays until it is saved, also while the stored times change elsewhere. */
export const WeeklySpans = ({ spans, most, busy, problem, onSave }: Props) => {
  const { t } = useTranslation('plans');
  const [edited, setEdited] = useState<readonly WeeklySpan[] | null>(null);
  const [tried, setTried] = useState(false);
  const shown = edited ?? spans;
  const isWrong = (time: string): boolean => tried && !weeklySpanSchema.shape.from.safeParse(time).success;
  const complete = shown.every((span) => weeklySpanSchema.safeParse(span).success);

  const save = async (): Promise<void> => {
    setTried(true);
    if (complete && (await onSave(shown))) {
      setEdited(null);
      setTried(false);
    }
  };

  return (
    <SettingForm
      edited={edited !== null}
      busy={busy}
      problem={problem}
      onSave={save}
      add={
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={shown.length >= most} onClick={() => setEdited([...shown, nextSpan(shown)])}>
          {t('span.add')}
        </Button>
      }
    >
      {shown.length === 0 && <Text c="dimmed">{t('span.none')}</Text>}
      {shown.map((span, index) => {
        const number = index + 1;
        const change = (part: Partial<WeeklySpan>): void => setEdited(shown.with(index, { ...span, ...part }));
        return (
          <div key={index} className={classes.span}>
            <NativeSelect aria-label={t('span.day', { number })} value={String(span.day)} data={weekdays().map(({ day, name }) => ({ value: String(day), label: name }))} onChange={(event) => change({ day: Number(event.currentTarget.value) })} />
            <TimeField className={classes.time ?? ''} aria-label={t('span.from', { number })} value={span.from} error={isWrong(span.from)} onChange={(from) => change({ from })} />
            <span>{t('span.until')}</span>
            <TimeField className={classes.time ?? ''} aria-label={t('span.to', { number })} value={span.to} error={isWrong(span.to)} onChange={(to) => change({ to })} />
            {span.to !== '' && span.to <= span.from && <Text c="dimmed">{t('span.nextDay')}</Text>}
            <ActionIcon aria-label={t('span.remove', { number })} onClick={() => setEdited(shown.toSpliced(index, 1))}>
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      {tried && !complete && <Text role="alert">{t('flaw.missing')}</Text>}
    </SettingForm>
  );
};
