import { Button, Text } from '@mantine/core';
import { IconEye, IconHelpCircle, IconListCheck, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '../../main/contract/index.ts';
import { moveItem, nestStep, removeItem, unnestStep } from './changes.ts';
import type { Document, NodeKind, OutlineNode } from './outline.ts';
import classes from './Outline.module.css';

interface Props {
  readonly nodes: readonly OutlineNode[];
  readonly chosen: string;
  readonly flawed: ReadonlySet<string>;
  readonly language: string | null;
  readonly document: Document;
  readonly onChoose: (key: string) => void;
  readonly onWrite: (next: Document) => void;
  /** Goes on in the form. */
  readonly onEnter: () => void;
  readonly onAddSection: (type: Section['type']) => void;
}

const signs = { steps: IconListCheck, question: IconHelpCircle, cues: IconEye } as const;
const kinds = ['steps', 'question', 'cues'] as const;

/** What the procedure is made of, line by line. One line at a time is in the order of tabs; the arrow keys go on from there. */
export const Outline = ({ nodes, chosen, flawed, language, document, onChoose, onWrite, onEnter, onAddSection }: Props) => {
  const { t } = useTranslation('procedures');
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(false);
  const at = nodes.findIndex(({ key }) => key === chosen);

  // A line that was moved, or chosen by the arrow keys, keeps the focus.
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    line?.scrollIntoView({ block: 'nearest' });
    if (focused.current) line?.focus();
  }, [chosen, nodes.length, at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const node = nodes[at];
    if (node === undefined || event.ctrlKey || event.metaKey) return;
    const run = event.altKey ? moved(event.key, node, document) : undefined;
    if (run !== undefined) onWrite(run);
    else if (!event.altKey && event.key === 'ArrowDown') onChoose(nodes[at + 1]?.key ?? chosen);
    else if (!event.altKey && event.key === 'ArrowUp') onChoose(nodes[at - 1]?.key ?? chosen);
    else if (event.key === 'Home') onChoose(nodes[0]?.key ?? chosen);
    else if (event.key === 'End') onChoose(nodes.at(-1)?.key ?? chosen);
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Delete' && !isFixed(node.kind)) {
      onWrite(removeItem(document, node.key));
      onChoose(nodes[at - 1]?.key ?? chosen);
    } else return;
    event.preventDefault();
  };

  return (
    <nav className={classes.outline} aria-label={t('outline.title')}>
      <ul ref={list} className={classes.list} onKeyDown={onKeyDown} onFocus={() => (focused.current = true)} onBlur={() => (focused.current = false)}>
        {nodes.map((node) => (
          <li key={node.key}>
            <button
              type="button"
              className={classes.line}
              data-kind={node.kind}
              style={{ paddingInlineStart: `${0.625 + node.depth}rem` }}
              aria-current={node.key === chosen}
              tabIndex={node.key === chosen ? 0 : -1}
              onClick={() => onChoose(node.key)}
            >
              <Sign kind={node.kind} />
              <span className={classes.words}>{lineWords(node, language, t)}</span>
              {flawed.has(node.key) && <span className={classes.flaw}>{t('outline.flawed')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.add} role="group" aria-label={t('outline.add')}>
        {kinds.map((kind) => (
          <Button key={kind} variant="default" size="sm" px="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onAddSection(kind)}>
            {t(`outline.kind.${kind}`)}
          </Button>
        ))}
      </div>
      <Text size="sm" c="dimmed" className={classes.keys}>
        {t('outline.keys')}
      </Text>
    </nav>
  );
};

const isFixed = (kind: NodeKind): kind is 'head' | 'numbers' | 'ways' => kind === 'head' || kind === 'numbers' || kind === 'ways';

/** What Alt and an arrow key make of the document; undefined for other keys. */
const moved = (key: string, { key: id, kind }: OutlineNode, document: Document): Document | undefined => {
  if (key === 'ArrowUp') return moveItem(document, id, -1);
  if (key === 'ArrowDown') return moveItem(document, id, 1);
  if (kind !== 'step') return undefined;
  return key === 'ArrowRight' ? nestStep(document, id) : key === 'ArrowLeft' ? unnestStep(document, id) : undefined;
};

const Sign = ({ kind }: { readonly kind: NodeKind }) => {
  const Icon = kind === 'steps' || kind === 'question' || kind === 'cues' ? signs[kind] : null;
  return Icon === null ? null : <Icon size={16} aria-hidden className={classes.sign} />;
};

const lineWords = ({ kind, wording }: OutlineNode, language: string | null, t: ReturnType<typeof useTranslation<'procedures'>>['t']): string => {
  if (isFixed(kind)) return t(`outline.${kind}`);
  const faces = language === null ? wording : (wording?.translations?.[language] ?? wording);
  return faces === null || faces.discreet === '' ? `${t(`outline.kind.${kind}`)}: ${t('outline.empty')}` : faces.discreet;
};
