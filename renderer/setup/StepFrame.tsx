import { Button, Group, Progress, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './StepFrame.module.css';

/** What every step is given by the walk through the set-up. */
export interface StepProps {
  readonly number: number;
  readonly count: number;
  readonly onNext: () => void;
  /** Undefined where there is no way back. */
  readonly onBack: (() => void) | undefined;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

interface StepFrameProps extends StepProps {
  readonly title: string;
  readonly text?: string;
  readonly nextLabel?: string;
  /** Where the step has no field of its own to begin in. */
  readonly focusNext?: boolean;
  /** For pictures beside each other. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
  /** The way on is the lesser choice. */
  readonly nextIsAside?: boolean;
  /** A form of its own; forms cannot stand within forms, so it stands before the buttons' one. */
  readonly aside?: ReactNode;
}

/** One question: progress, title, what to fill in, what went wrong, and the way on. Enter goes on. */
export const StepFrame = ({ number, count, title, text, nextLabel, focusNext = false, wide = false, busy, problem, onNext, onBack, children, aside, nextIsAside = false }: StepFrameProps) => {
  const { t } = useTranslation('setup');
  const step = t('step', { number, count });
  return (
    <main className={classes.page}>
      <div className={`${classes.sheet} ${wide ? classes.wide : ''}`}>
        <Progress value={(100 * number) / count} size="sm" aria-label={step} />
        <Text size="sm" c="dimmed">
          {step}
        </Text>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {text !== undefined && <Text size="lg">{text}</Text>}
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onNext();
          }}
        >
          {children}
          <ProblemNote problem={problem} />
          <Group justify="space-between" mt="md">
            {onBack === undefined ? (
              <span />
            ) : (
              <Button variant="default" size="lg" onClick={onBack}>
                {t('back')}
              </Button>
            )}
            <Button type="submit" size="lg" variant={nextIsAside ? 'default' : 'filled'} loading={busy} autoFocus={focusNext}>
              {nextLabel ?? t('next')}
            </Button>
          </Group>
        </form>
      </div>
    </main>
  );
};
