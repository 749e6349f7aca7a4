import { ActionIcon, Button, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconIndentDecrease, IconIndentIncrease, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { stepsOf } from '../../main/contract/index.ts';
import { Tick } from '../settings/Tick.tsx';
import { ActionField } from './ActionField.tsx';
import { addBelow, changeSection, changeStep, changeWording, moveItem, nestStep, removeItem, unnestStep } from './changes.ts';
import type { Added } from './changes.ts';
import type { DocumentFlaw } from './checkDocument.ts';
import { HeadFields } from './HeadFields.tsx';
import classes from './ItemForm.module.css';
import { NumberFields } from './NumberFields.tsx';
import type { Document, OutlineNode } from './outline.ts';
import { useFlawOf } from './useFlawOf.ts';
import { WayFields } from './WayFields.tsx';
import { WordingFields } from './WordingFields.tsx';

interface Props {
  readonly node: OutlineNode;
  readonly document: Document;
  readonly language: string | null;
  readonly flaws: readonly DocumentFlaw[];
  readonly onWrite: (next: Document, touched?: string) => void;
  readonly onAdded: (added: Added) => void;
  readonly onRemoved: () => void;
}

/** What is chosen in the outline, to be written. */
export const ItemForm = ({ node, document, language, flaws, onWrite, onAdded, onRemoved }: Props) => {
  const { t } = useTranslation('procedures');
  const { key, kind, wording, path } = node;
  const flawOf = useFlawOf(flaws);
  const fixed = kind === 'head' || kind === 'numbers' || kind === 'ways';
  const section = document.sections.find(({ id }) => id === key);
  const step = kind === 'step' ? stepsOf(document).find(({ id }) => id === key) : undefined;
  const wordingPath = kind === 'head' ? 'title' : `${path}.${section === undefined ? 'wording' : 'title'}`;
  const list = flawOf(`${path}.steps`) ?? flawOf(`${path}.answers`) ?? flawOf(`${path}.cues`) ?? flawOf(path);
  const tool = (label: 'up' | 'down' | 'in' | 'out' | 'remove', icon: typeof IconTrash, run: () => void) => {
    const Icon = icon;
    return (
      <ActionIcon aria-label={t(`item.${label}`)} onClick={run}>
        <Icon size={20} aria-hidden />
      </ActionIcon>
    );
  };

  return (
    <section aria-label={t(`item.heading.${kind}`)} className={classes.item}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{t(`item.heading.${kind}`)}</h2>
        {!fixed && (
          <div className={classes.tools}>
            {tool('up', IconArrowUp, () => onWrite(moveItem(document, key, -1)))}
            {tool('down', IconArrowDown, () => onWrite(moveItem(document, key, 1)))}
            {kind === 'step' && tool('in', IconIndentIncrease, () => onWrite(nestStep(document, key)))}
            {kind === 'step' && tool('out', IconIndentDecrease, () => onWrite(unnestStep(document, key)))}
            {tool('remove', IconTrash, () => {
              onWrite(removeItem(document, key));
              onRemoved();
            })}
          </div>
        )}
      </div>
      {wording !== null && <WordingFields key={language} wording={wording} language={language} path={wordingPath} flaws={flaws} onChange={(next, touched) => onWrite(changeWording(document, node, next), touched)} />}
      {list !== null && <Text role="alert">{list}</Text>}
      {kind === 'head' && <HeadFields document={document} flaws={flaws} onWrite={onWrite} />}
      {kind === 'numbers' && <NumberFields document={document} language={language} flaws={flaws} onWrite={onWrite} />}
      {kind === 'ways' && <WayFields document={document} language={language} flaws={flaws} onWrite={onWrite} />}
      {step !== undefined && (
        <ActionField
          action={step.action}
          numbers={document.numbers}
          error={flawOf(`${path}.action.number`)}
          onChange={(action) => onWrite(changeStep(document, key, ({ action: _before, ...rest }) => (action === undefined ? rest : { ...rest, action })))}
        />
      )}
      {section?.type === 'steps' && <Tick label={t('item.alone')} hint={t('item.aloneHint')} ticked={section.alone} onTick={(alone) => onWrite(changeSection(document, key, (each) => (each.type === 'steps' ? { ...each, alone } : each)))} />}
      {(kind === 'cues' || kind === 'question') && <Text c="dimmed">{t(kind === 'cues' ? 'item.cuesHint' : 'item.questionHint')}</Text>}
      {!fixed && (
        <div className={classes.below}>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onAdded(addBelow(document, node))}>
            {t(kind === 'question' ? 'item.addAnswer' : kind === 'cue' || kind === 'cues' ? 'item.addCue' : 'item.addStep')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('item.id', { id: key })}
          </Text>
        </div>
      )}
    </section>
  );
};
