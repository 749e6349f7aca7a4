import { Button, Modal, Radio, SegmentedControl, Text } from '@mantine/core';
import { IconArrowBackUp, IconSquarePlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoxMoves } from './BoxMoves.tsx';
import classes from './PhotoEditor.module.css';
import { encodeJpeg, makeThumbnail, openPhoto } from './photos.ts';
import { PhotoCanvas } from './PhotoCanvas.tsx';
import type { Cover } from './pixelate.ts';

export interface EditedPhoto {
  readonly picture: Blob;
  readonly thumbnail: Blob;
  readonly keepOriginal: boolean;
}

interface Props {
  readonly photo: File;
  readonly onAdd: (edited: EditedPhoto) => void;
  readonly onLeave: () => void;
  /** It is no picture that a browser can open. */
  readonly onUnreadable: () => void;
}

const middle: Cover = { x: 0.4, y: 0.35, width: 0.2, height: 0.2, brush: null };

/** The place where a face, a badge or a screen is covered before a photo is added. */
export const PhotoEditor = ({ photo, onAdd, onLeave, onUnreadable }: Props) => {
  const { t } = useTranslation('attachments');
  const [opened, setOpened] = useState<HTMLCanvasElement | null>(null);
  const [drawn, setDrawn] = useState<HTMLCanvasElement | null>(null);
  /** Each step is what was covered then: undoing goes one back. */
  const [steps, setSteps] = useState<readonly (readonly Cover[])[]>([[]]);
  const [tool, setTool] = useState<'box' | 'brush'>('box');
  const [original, setOriginal] = useState<'drop' | 'keep'>('drop');
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(0);
  const covers = steps.at(-1) ?? [];
  const boxes = covers.flatMap(({ brush }, index) => (brush === null ? [index] : []));
  /** Which of the covers the buttons move: the box that was touched last, else the newest. */
  const chosen = boxes.includes(touched) ? touched : boxes.at(-1);
  const cover = chosen === undefined ? undefined : covers[chosen];
  const unreadable = useEffectEvent(onUnreadable);

  useEffect(() => {
    let left = false;
    openPhoto(photo).then(
      (canvas) => left || setOpened(canvas),
      () => left || unreadable(),
    );
    return () => {
      left = true;
    };
  }, [photo]);

  /** What is done in one go (a drag, a key held down) is one step. */
  const change = (next: readonly Cover[], goesOn: boolean): void => setSteps((before) => (goesOn ? [...before.slice(0, -1), next] : [...before, next]));

  const add = async (): Promise<void> => {
    if (drawn === null) return;
    setBusy(true);
    onAdd({ picture: await encodeJpeg(drawn, 0.88), thumbnail: await makeThumbnail(drawn), keepOriginal: original === 'keep' });
  };

  return (
    <Modal opened onClose={onLeave} title={t('editor.title')} withCloseButton={false} size="min(76rem, 96vw)">
      <div className={classes.editor}>
        <div className={classes.stage}>{opened === null ? <Text c="dimmed">{t('editor.preparing')}</Text> : <PhotoCanvas photo={opened} covers={covers} tool={tool} onChange={change} onChoose={setTouched} onDrawn={setDrawn} />}</div>
        <div className={classes.side}>
          <Text size="sm">{t('editor.hint')}</Text>
          <SegmentedControl aria-label={t('editor.tool')} value={tool} onChange={(value) => setTool(value === 'brush' ? 'brush' : 'box')} data={(['box', 'brush'] as const).map((value) => ({ value, label: t(`editor.tools.${value}`) }))} />
          <div className={classes.tools}>
            <Button data-autofocus variant="default" leftSection={<IconSquarePlus size={18} aria-hidden />} onClick={() => change([...covers, middle], false)}>
              {t('editor.addBox')}
            </Button>
            <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} disabled={steps.length === 1} onClick={() => setSteps(steps.slice(0, -1))}>
              {t('editor.undo')}
            </Button>
          </div>
          {chosen !== undefined && cover !== undefined && (
            <BoxMoves
              cover={cover}
              name={t('editor.box', { number: boxes.indexOf(chosen) + 1 })}
              onChange={(next) => change(covers.map((each, index) => (index === chosen ? next : each)), false)}
              onRemove={() => change(covers.filter((_each, index) => index !== chosen), false)}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('editor.keys')}
          </Text>
          <Radio.Group label={t('editor.original')} value={original} onChange={(value) => setOriginal(value === 'keep' ? 'keep' : 'drop')}>
            {(['drop', 'keep'] as const).map((value) => (
              <Radio key={value} value={value} label={t(`editor.originals.${value}`)} classNames={{ body: classes.choice ?? '', labelWrapper: classes.choiceLabel ?? '' }} />
            ))}
          </Radio.Group>
          <Text size="sm" c="dimmed">
            {t(`editor.originalHint.${original}`)}
          </Text>
          <div className={classes.answers}>
            <Button variant="subtle" onClick={onLeave}>
              {t('editor.leave')}
            </Button>
            <Button loading={busy} disabled={drawn === null} onClick={() => void add()}>
              {t('editor.add')}
            </Button>
          </div>
        </div>
      </div>
    </Modal>
  );
};
