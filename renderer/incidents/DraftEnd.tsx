import { Button, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentReportSchema, type IncidentDraft } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useStatus } from '../shared/useStatus.ts';
import type { DraftSaver } from '../shared/createDraftSaver.ts';
import classes from './DraftForm.module.css';
import type { DraftPen, Report } from './draftPen.ts';
import { useSelection } from './useSelection.ts';

interface Props {
  readonly draft: IncidentDraft;
  readonly report: Report;
  readonly saver: Pick<DraftSaver<DraftPen>, 'flush' | 'stop'>;
  readonly errorCount: number;
  /** Filing was tried with errors: they stand beside their fields now. */
  readonly tried: boolean;
  /** Whether no field is marked: something typed that cannot be read as a day is no error of the report, which does not have it. */
  readonly onTry: () => boolean;
  /** Leaves it for now; all of it is kept. */
  readonly onLater: () => void;
}

/** The end of a draft: filed for good, or thrown away; each asks once. */
export const DraftEnd = ({ draft, report, saver, errorCount, tried, onTry, onLater }: Props) => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  const { select } = useSelection();
  const status = useStatus();
  const [asking, setAsking] = useState<'file' | 'discard' | null>(null);
  const file = useCommand(async (client) => {
    await saver.flush();
    return client.incident.file({ ...incidentReportSchema.parse(report), id: draft.id, alarm: draft.alarm });
  });
  // Nothing is on its way any more that would bring it back.
  const discard = useCommand(async (client) => {
    await saver.flush();
    return client.incident.discardDraft({ id: draft.id });
  });

  const finish = async (command: typeof file | typeof discard, next: string): Promise<void> => {
    const ended = await command.run();
    if (!ended.ok) return;
    saver.stop();
    select(next, { replace: true });
  };
  const alone = status !== undefined && status.peers.length > 0 && status.heardBy === 0;

  return (
    <>
      {alone && <Text>{t('form.alone')}</Text>}
      {tried && errorCount > 0 && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('form.fix', { count: errorCount })}
        </Text>
      )}
      <div className={classes.buttons}>
        <Button variant="subtle" mod="flush" onClick={() => setAsking('discard')}>
          {t('form.discard')}
        </Button>
        <div className={classes.answers}>
          <Button variant="default" onClick={onLater}>
            {t('paperwork:finishLater')}
          </Button>
          <Button
            onClick={() => {
              if (onTry() && errorCount === 0) setAsking('file');
            }}
          >
            {t('form.file')}
          </Button>
        </div>
      </div>
      <Question opened={asking === 'file'} title={t('confirmFile.title')} text={t('confirmFile.text')} no={t('confirmFile.back')} yes={t('confirmFile.file')} command={file} onNo={() => setAsking(null)} onYes={() => void finish(file, `incident/${draft.id}`)} />
      <Question opened={asking === 'discard'} title={t('confirmDiscard.title')} text={t('confirmDiscard.text')} no={t('confirmDiscard.back')} yes={t('confirmDiscard.discard')} focusNo command={discard} onNo={() => setAsking(null)} onYes={() => void finish(discard, '')} />
    </>
  );
};

interface QuestionProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly no: string;
  readonly yes: string;
  /** Enter takes the way back: the other one loses something. */
  readonly focusNo?: boolean;
  readonly command: Pick<ReturnType<typeof useCommand>, 'busy' | 'problem'>;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

/** Asks once before a step that cannot be taken back. */
export const Question = ({ opened, title, text, no, yes, focusNo = false, command, onNo, onYes }: QuestionProps) => (
  <Modal opened={opened} onClose={onNo} title={title} withCloseButton={false}>
    <Text mb="lg">{text}</Text>
    <ProblemNote problem={command.problem} />
    <div className={classes.answers}>
      <Button variant="default" data-autofocus={focusNo || undefined} onClick={onNo}>
        {no}
      </Button>
      <Button loading={command.busy} data-autofocus={!focusNo || undefined} onClick={onYes}>
        {yes}
      </Button>
    </div>
  </Modal>
);
