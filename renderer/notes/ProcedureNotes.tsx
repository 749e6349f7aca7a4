import { Button, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure, Section } from '../../main/contract/index.ts';
import { Sheet } from '../desk/Sheet.tsx';
import { useChecklistAsked } from '../shared/asks.ts';
import { useBlank } from '../shared/blank.ts';
import { useProcedureOf } from '../shared/useProcedures.ts';
import { Fold } from './Fold.tsx';
import { HandyNotes } from './HandyNotes.tsx';
import { Question } from './Question.tsx';
import { StepList } from './StepList.tsx';
import { useRun } from './useRun.ts';
import type { Walk } from './useRun.ts';

/** Long enough to look unrelated to whatever the person just did. */
const untilTurned = 3_000;

/** The numbers, the phrase and the room: no section of the procedure, so its id is none that one could have. */
const handy = { id: '' };

interface ProcedureNotesProps {
  readonly title: string;
  /** Its page is the one that is shown; the others keep what is open in them. */
  readonly onTop: boolean;
  /** What chooses between several procedures. */
  readonly pages: ReactNode;
  /** As it is shown now; a walk that began before goes on in the version it began in. */
  readonly present: Procedure;
  readonly alarm: string | null;
  /** The one that opens when somebody asks for the checklist. */
  readonly first: boolean;
  /** Open at the right page, and begin a run, a few seconds after this became true. */
  readonly turning: boolean;
  /** Somebody said, or the rota did, that this desk is a single one: what must be at hand then is laid open at once. */
  readonly single: boolean;
  /** It opened by itself, or because somebody asked: its page is to be on top. */
  readonly onTurned: () => void;
  /** A single desk, or nobody else is connected: the notes for that are opened too. */
  readonly alone: boolean;
}

/** One procedure: its sections folded to their titles until somebody, or an own call, opens them. Never moves the focus. */
export const ProcedureNotes = ({ title, onTop, pages, present, alarm, first, turning, single, onTurned, alone }: ProcedureNotesProps) => {
  const { t } = useTranslation('notes');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const walk = useRun(present, alarm);
  const procedureOf = useProcedureOf(walk.run === undefined ? [] : [walk.run]);
  const procedure = (walk.run === undefined ? undefined : procedureOf(walk.run)) ?? present;
  const toggle = (id: string): void => setOpen((before) => before.symmetricDifference(new Set([id])));

  const show = (pages: readonly { readonly id: string }[]): void => setOpen((before) => before.union(new Set(pages.map(({ id }) => id))));
  const forSingle = procedure.sections.filter((section) => section.type === 'steps' && section.alone);

  const turn = useEffectEvent((): void => {
    onTurned();
    show([...procedure.sections.filter((section) => alone || !forSingle.includes(section)), ...(single ? [handy] : [])]);
    void walk.start();
  });
  const prepare = useEffectEvent((): void => show([...forSingle, ...(first ? [handy] : [])]));
  useEffect(() => {
    if (!turning) return;
    const timer = setTimeout(() => turn(), untilTurned);
    return () => clearTimeout(timer);
  }, [turning, alarm]);
  useEffect(() => {
    if (single) prepare();
  }, [single]);
  useBlank(() => setOpen(new Set()));
  useChecklistAsked(() => {
    if (first) turn();
  });

  if (!onTop) return null;
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
      {pages}
      {walk.failed && (
        <Text role="status" size="sm">
          {t('notSaved')}
        </Text>
      )}
      {procedure.sections.map((section) => (
        <Fold key={section.id} title={section.title} open={open.has(section.id)} onToggle={() => toggle(section.id)}>
          <SectionNotes section={section} procedure={procedure} walk={walk} />
        </Fold>
      ))}
      <HandyNotes procedure={procedure} open={open.has(handy.id)} onToggle={() => toggle(handy.id)} />
    </Sheet>
  );
};

const SectionNotes = ({ section, procedure, walk }: { readonly section: Section; readonly procedure: Procedure; readonly walk: Walk }) => {
  switch (section.type) {
    case 'steps':
      return <StepList steps={section.steps} procedure={procedure} walk={walk} />;
    case 'question':
      return <Question question={section} procedure={procedure} walk={walk} />;
    case 'cues':
      return <StepList steps={section.cues} procedure={procedure} walk={walk} />;
  }
};
