import { Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureStanding } from '../../main/contract/index.ts';
import { addBelow, addSection } from './changes.ts';
import type { Added } from './changes.ts';
import { checkDocument } from './checkDocument.ts';
import { EditorBar } from './EditorBar.tsx';
import type { OpenPanel } from './EditorBar.tsx';
import { ItemForm } from './ItemForm.tsx';
import { fixedKeys, nodeAt, outlineOf } from './outline.ts';
import type { Document, OutlineNode } from './outline.ts';
import { Outline } from './Outline.tsx';
import { OvertakenNote } from './OvertakenNote.tsx';
import { Preview } from './Preview.tsx';
import classes from './ProcedureEditor.module.css';
import { PublishPanel } from './PublishPanel.tsx';
import { useProcedureDraft } from './useProcedureDraft.ts';
import { VersionsPanel } from './VersionsPanel.tsx';
import { YamlPanel } from './YamlPanel.tsx';

interface Props {
  readonly start: Parameters<typeof useProcedureDraft>[0];
  /** What every desk has, as it is now; null while nothing of that name was published or came with the program. */
  readonly standing: ProcedureStanding | null;
}

/** One procedure: its contents on the left, what is chosen of them in the middle, what the desk makes of it on the right. */
export const ProcedureEditor = ({ start, standing }: Props) => {
  const { t } = useTranslation('procedures');
  const written = useProcedureDraft(start);
  const { document, write } = written;
  const [chosen, setChosen] = useState<string>(fixedKeys.head);
  const [language, setLanguage] = useState<string | null>(null);
  const [panel, setPanel] = useState<OpenPanel>(null);
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);

  const nodes = outlineOf(document);
  const node = nodes.find(({ key }) => key === chosen) ?? nodes[0];
  const checked = checkDocument(document);
  const flaws = checked.ok ? [] : checked.flaws;
  // Nobody is told that a line is empty while it is still being written.
  const shownFlaws = tried ? flaws : flaws.filter(({ kind }) => kind !== 'missing' && kind !== 'few');
  const overtaken = standing !== null && standing.edition !== written.basedOn;

  const writeFirst = (): void => void requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus());
  const choose = (key: string): void => {
    setChosen(key);
    setSaid('');
  };
  const take = ({ document: next, id }: Added): void => {
    if (id === null) return;
    write(next);
    choose(id);
    writeFirst();
  };
  const close = (): void => setPanel(null);
  const replace = (next: Document): void => {
    write({ ...next, id: document.id });
    close();
    choose(fixedKeys.head);
  };
  const goToFlaw = (path: string): void => {
    const found = nodeAt(nodes, path);
    if (found === undefined) return;
    choose(found.key);
    requestAnimationFrame(() => (form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.current?.querySelector<HTMLElement>('input, textarea'))?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const run = key === 'z' ? (event.shiftKey ? written.redo : written.undo) : key === 'y' ? written.redo : key === 'enter' && node !== undefined ? () => take(addBelow(document, node)) : undefined;
    if (run === undefined) return;
    event.preventDefault();
    run?.();
  };

  return (
    <div className={classes.editor} onKeyDown={onKeyDown}>
      <EditorBar
        written={written}
        language={language}
        onLanguage={setLanguage}
        panel={panel}
        onPanel={(next) => {
          setSaid('');
          setPanel(next);
          if (next === 'publish') setTried(true);
        }}
        onDiscard={standing === null ? null : () => void written.settle(standing.document, standing.edition).then(() => setSaid(t('bar.dropped')))}
      />
      <Text role="status" className={classes.said}>
        {said}
      </Text>
      {overtaken && panel !== 'publish' && <OvertakenNote standing={standing} mine={document} onTheirs={() => void written.settle(standing.document, standing.edition)} onMine={() => written.rebase(standing.edition)} />}
      {panel === 'publish' && (
        <PublishPanel
          checked={checked}
          nodes={nodes}
          written={written}
          standing={standing}
          onFlaw={goToFlaw}
          onPublished={(shown) => {
            void written.settle(shown.document, shown.edition);
            close();
            setTried(false);
            setSaid(`${t('publish.done', { version: shown.document.version })} ${t('publish.running')}`);
          }}
          onClose={close}
        />
      )}
      {panel === 'versions' && (
        <VersionsPanel
          procedure={document.id}
          standing={standing}
          onRestore={(old, version) => {
            replace(old);
            setSaid(t('versions.restored', { version }));
          }}
          onClose={close}
        />
      )}
      {panel === 'yaml' && <YamlPanel procedure={standing === null ? null : document.id} edition={standing?.edition ?? null} onRead={replace} onClose={close} />}
      <div className={classes.columns}>
        <Outline nodes={nodes} chosen={node?.key ?? ''} flawed={flawedKeys(nodes, shownFlaws)} language={language} document={document} onChoose={choose} onWrite={write} onEnter={writeFirst} onAddSection={(type) => take(addSection(document, type, node?.section ?? null))} />
        <div ref={form} className={classes.form}>
          {node !== undefined && <ItemForm key={node.key} node={node} document={document} language={language} flaws={shownFlaws} onWrite={write} onAdded={take} onRemoved={() => choose(nodes[nodes.indexOf(node) - 1]?.key ?? fixedKeys.head)} />}
        </div>
        <Preview document={document} language={language} chosen={node?.key ?? ''} />
      </div>
    </div>
  );
};

const flawedKeys = (nodes: readonly OutlineNode[], flaws: readonly { readonly path: string }[]): ReadonlySet<string> => new Set(flaws.flatMap(({ path }) => nodeAt(nodes, path)?.key ?? []));
