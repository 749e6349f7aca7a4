import { Button, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../main/contract/index.ts';
import { Sheet } from '../desk/Sheet.tsx';
import { useBlank } from '../shared/blank.ts';
import { Fold } from './Fold.tsx';
import { HandyNotes } from './HandyNotes.tsx';
import { Question } from './Question.tsx';
import { StepList } from './StepList.tsx';
import { useRun } from './useRun.ts';

/** Long enough to look unrelated to whatever the person just did. */
const untilTurned = 3_000;

interface ProcedureNotesProps {
  readonly title: string;
  readonly procedure: Procedure;
  readonly alarm: string | null;
  /** Open at the right page, and begin a run, a few seconds after this became true. */
  readonly turning: boolean;
  /** Nobody else is connected: the notes for that are opened too. */
  readonly alone: boolean;
}

/** One procedure: its sections folded to their titles until somebody, or an own call, opens them. Never moves the focus. */
export const ProcedureNotes = ({ title, procedure, alarm, turning, alone }: ProcedureNotesProps) => {
  const { t } = useTranslation('notes');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const walk = useRun(procedure, alarm);
  const toggle = (id: string): void => setOpen((before) => before.symmetricDifference(new Set([id])));

  const turn = useEffectEvent((): void => {
    const pages = procedure.sections.filter((section) => section.type === 'question' || !section.alone || alone);
    setOpen((before) => before.union(new Set(pages.map(({ id }) => id))));
    void walk.start();
  });
  useEffect(() => {
    if (!turning) return;
    const timer = setTimeout(() => turn(), untilTurned);
    return () => clearTimeout(timer);
  }, [turning, alarm]);
  useBlank(() => setOpen(new Set()));

  return (
    <Sheet
      title={title}
      empty={null}
      action={
        walk.run !== undefined && (
          <Button
            variant="subtle"
            size="sm"
            onClick={() => {
              setOpen(new Set());
              void walk.end();
            }}
          >
            {t('finish')}
          </Button>
        )
      }
    >
      {walk.failed && (
        <Text role="status" size="sm">
          {t('notSaved')}
        </Text>
      )}
      {procedure.sections.map((section) => (
        <Fold key={section.id} title={section.title} open={open.has(section.id)} onToggle={() => toggle(section.id)}>
          {section.type === 'steps' ? (
            <StepList steps={section.steps} procedure={procedure} walk={walk} />
          ) : (
            <Question question={section} procedure={procedure} walk={walk} />
          )}
        </Fold>
      ))}
      <HandyNotes procedure={procedure} open={open.has('')} onToggle={() => toggle('')} />
    </Sheet>
  );
};
