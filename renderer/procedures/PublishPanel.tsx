import { Button, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureStanding, PublishProcedure, ShownProcedure } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import type { CheckedDocument } from './checkDocument.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { differencesOf } from './differences.ts';
import { nodeAt } from './outline.ts';
import type { OutlineNode } from './outline.ts';
import { OvertakenNote } from './OvertakenNote.tsx';
import classes from './Panels.module.css';
import { useFlawWords } from './useFlawOf.ts';
import type { WrittenProcedure } from './useProcedureDraft.ts';

interface Props {
  readonly checked: CheckedDocument;
  readonly nodes: readonly OutlineNode[];
  readonly written: WrittenProcedure;
  readonly standing: ProcedureStanding | null;
  readonly onFlaw: (path: string) => void;
  readonly onPublished: (shown: ShownProcedure) => void;
  readonly onClose: () => void;
}

/** What will change on every desk, said before it does; or what keeps it from being published, each a touch away. */
export const PublishPanel = ({ checked, nodes, written, standing, onFlaw, onPublished, onClose }: Props) => {
  const { t } = useTranslation('procedures');
  const [note, setNote] = useState('');
  const publish = useCommand((client, input: PublishProcedure) => client.procedure.publish(input));
  const { document, basedOn } = written;
  const overtaken = standing !== null && standing.edition !== basedOn;
  const nothing = standing !== null && !standing.withdrawn && differencesOf(standing.document, document).length === 0;
  const submit = async (): Promise<void> => {
    if (!checked.ok || overtaken || publish.busy) return;
    const published = await publish.run({ document: checked.procedure, note: note.trim(), basedOn });
    if (published.ok) onPublished(published.value);
  };

  if (overtaken) return <OvertakenNote standing={standing} mine={document} onTheirs={() => void written.settle(standing.document, standing.edition).then(onClose)} onMine={() => written.rebase(standing.edition)} />;
  return (
    <form
      className={classes.panel}
      aria-label={t('publish.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Title order={2} size="h4">
        {t('publish.title')}
      </Title>
      {!checked.ok && <Flaws flaws={checked.flaws} nodes={nodes} onFlaw={onFlaw} />}
      {checked.ok && nothing && <Text>{t('publish.nothing')}</Text>}
      {checked.ok && !nothing && (
        <>
          {standing !== null && (
            <>
              <Text size="sm" c="dimmed">
                {t('publish.changes')}
              </Text>
              <DifferenceList before={standing.document} after={document} />
            </>
          )}
          <TextInput autoFocus label={t('publish.note')} description={t('publish.noteHint')} autoComplete="off" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </>
      )}
      <ProblemNote problem={publish.problem} />
      <ButtonRow>
        <Button variant="default" onClick={onClose}>
          {t('publish.cancel')}
        </Button>
        {checked.ok && !nothing && (
          <Button type="submit" loading={publish.busy}>
            {t('publish.save')}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
};

const Flaws = ({ flaws, nodes, onFlaw }: { readonly flaws: Extract<CheckedDocument, { ok: false }>['flaws'] } & Pick<Props, 'nodes' | 'onFlaw'>) => {
  const { t } = useTranslation('procedures');
  const words = useFlawWords();
  return (
    <>
      <Text role="alert">{t('publish.fix', { count: flaws.length })}</Text>
      <ul className={classes.flaws}>
        {flaws.map((flaw) => {
          const node = nodeAt(nodes, flaw.path);
          const where = node === undefined ? flaw.path : node.wording === null || node.wording.discreet === '' ? t(`item.heading.${node.kind}`) : node.wording.discreet;
          return (
            <li key={`${flaw.path} ${flaw.kind}`}>
              <button type="button" className={classes.link} onClick={() => onFlaw(flaw.path)}>
                {t('flaw.at', { where, what: words(flaw) })}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
};
