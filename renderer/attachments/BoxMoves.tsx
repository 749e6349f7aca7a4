import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './PhotoEditor.module.css';
import { moved, resized, type Cover } from './pixelate.ts';

/** What one touch does, in parts of the picture. */
const step = 0.03;

const moves = [
  { name: 'left', Icon: IconArrowLeft, change: (cover: Cover) => moved(cover, -step, 0) },
  { name: 'right', Icon: IconArrowRight, change: (cover: Cover) => moved(cover, step, 0) },
  { name: 'up', Icon: IconArrowUp, change: (cover: Cover) => moved(cover, 0, -step) },
  { name: 'down', Icon: IconArrowDown, change: (cover: Cover) => moved(cover, 0, step) },
  { name: 'larger', Icon: IconPlus, change: (cover: Cover) => resized(moved(cover, -step / 2, -step / 2), step, step) },
  { name: 'smaller', Icon: IconMinus, change: (cover: Cover) => moved(resized(cover, -step, -step), step / 2, step / 2) },
] as const;

interface Props {
  readonly cover: Cover;
  readonly name: string;
  readonly onChange: (cover: Cover) => void;
  readonly onRemove: () => void;
}

/** Moves a box by single touches, for whoever cannot drag it (WCAG 2.2, 2.5.7). */
export const BoxMoves = ({ cover, name, onChange, onRemove }: Props) => {
  const { t } = useTranslation('attachments');
  return (
    <div className={classes.moves} role="group" aria-label={name}>
      {moves.map(({ name: move, Icon, change }) => (
        <ActionIcon key={move} variant="default" aria-label={t(`editor.moves.${move}`)} title={t(`editor.moves.${move}`)} onClick={() => onChange(change(cover))}>
          <Icon size={20} aria-hidden />
        </ActionIcon>
      ))}
      <ActionIcon variant="default" aria-label={t('editor.moves.remove')} title={t('editor.moves.remove')} onClick={onRemove}>
        <IconTrash size={20} aria-hidden />
      </ActionIcon>
    </div>
  );
};
