import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PhotoEditor.module.css';
import { contextOf } from './photos.ts';
import { boxBetween, brushCover, leastSide, moved, pixelate, resized, type Cover, type Point } from './pixelate.ts';

interface Props {
  /** The photo as it is. */
  readonly photo: HTMLCanvasElement;
  readonly covers: readonly Cover[];
  readonly tool: 'box' | 'brush';
  /** `goesOn`: still the same drag or key. */
  readonly onChange: (covers: readonly Cover[], goesOn: boolean) => void;
  /** The box that the focus is on: which of the covers it is. */
  readonly onChoose: (index: number) => void;
  /** The canvas holds the photo with everything covered. */
  readonly onDrawn: (canvas: HTMLCanvasElement) => void;
}

/** Part of the picture's width. */
const brushRadius = 0.03;
const keyStep = 0.01;

/** The photo with what is covered, to be drawn on by mouse, finger, pen and keyboard. */
export const PhotoCanvas = ({ photo, covers, tool, onChange, onChoose, onDrawn }: Props) => {
  const { t } = useTranslation('attachments');
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Cover | null>(null);
  const points = useRef<readonly Point[]>([]);
  const tellDrawn = useEffectEvent(onDrawn);
  const boxes = covers.flatMap((cover, index) => (cover.brush === null ? [{ cover, index }] : []));

  useEffect(() => {
    if (canvas.current === null) return;
    const { width, height } = photo;
    const pixels = contextOf(photo).getImageData(0, 0, width, height);
    for (const cover of covers) pixelate(pixels, cover);
    contextOf(canvas.current).putImageData(pixels, 0, 0);
    tellDrawn(canvas.current);
  }, [photo, covers]);

  const placeOf = (event: PointerEvent): Point => {
    const frame = stage.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
    return { x: within((event.clientX - frame.left) / frame.width), y: within((event.clientY - frame.top) / frame.height) };
  };

  const coverOf = (): Cover | null => {
    const [first] = points.current;
    const last = points.current.at(-1);
    if (first === undefined || last === undefined) return null;
    return tool === 'brush' ? brushCover(points.current, brushRadius, photo.width / photo.height) : boxBetween(first, last);
  };

  const finish = (): void => {
    const cover = coverOf();
    points.current = [];
    setDraft(null);
    if (cover !== null && (cover.brush !== null || (cover.width >= leastSide / 2 && cover.height >= leastSide / 2))) onChange([...covers, cover.brush === null ? resized(cover, 0, 0) : cover], false);
  };

  const replace = (index: number, cover: Cover, goesOn: boolean): void => onChange(covers.map((each, at) => (at === index ? cover : each)), goesOn);

  return (
    <div
      ref={stage}
      className={classes.photo}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        points.current = [placeOf(event)];
      }}
      onPointerMove={(event) => {
        if (points.current.length === 0) return;
        points.current = [...points.current, placeOf(event)];
        setDraft(coverOf());
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
    >
      <canvas ref={canvas} width={photo.width} height={photo.height} role="img" aria-label={t('editor.picture')} className={classes.canvas} />
      {draft !== null && <DraftMark cover={draft} aspect={photo.width / photo.height} />}
      {boxes.map(({ cover, index }, number) => (
        <Box key={index} cover={cover} name={t('editor.box', { number: number + 1 })} focused={index === covers.length - 1} placeOf={placeOf} onFocus={() => onChoose(index)} onChange={(changed, goesOn) => replace(index, changed, goesOn)} onRemove={() => onChange(covers.filter((_cover, at) => at !== index), false)} />
      ))}
    </div>
  );
};

interface BoxProps {
  readonly cover: Cover;
  readonly name: string;
  /** It is the newest: the arrow keys are meant for it. */
  readonly focused: boolean;
  readonly placeOf: (event: PointerEvent) => Point;
  readonly onFocus: () => void;
  readonly onChange: (cover: Cover, goesOn: boolean) => void;
  readonly onRemove: () => void;
}

const Box = ({ cover, name, focused, placeOf, onFocus, onChange, onRemove }: BoxProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const dragged = useRef<{ readonly at: Point; readonly moved: boolean } | null>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') return onRemove();
    const [dx, dy] = { ArrowLeft: [-keyStep, 0], ArrowRight: [keyStep, 0], ArrowUp: [0, -keyStep], ArrowDown: [0, keyStep] }[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    onChange((event.shiftKey ? resized : moved)(cover, dx ?? 0, dy ?? 0), event.repeat);
  };

  return (
    <button
      ref={button}
      type="button"
      className={classes.box}
      aria-label={name}
      style={frameOf(cover)}
      onFocus={onFocus}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { at: placeOf(event), moved: false };
      }}
      onPointerMove={(event) => {
        if (dragged.current === null) return;
        const at = placeOf(event);
        onChange(moved(cover, at.x - dragged.current.at.x, at.y - dragged.current.at.y), dragged.current.moved);
        dragged.current = { at, moved: true };
      }}
      onPointerUp={() => {
        dragged.current = null;
      }}
    />
  );
};

/** What is being drawn, until it is let go. */
const DraftMark = ({ cover, aspect }: { readonly cover: Cover; readonly aspect: number }) =>
  cover.brush === null ? (
    <span className={classes.draft} style={frameOf(cover)} />
  ) : (
    <svg className={classes.stroke} viewBox={`0 0 ${aspect} 1`} preserveAspectRatio="none" aria-hidden>
      <polyline points={cover.brush.points.map(({ x, y }) => `${x * aspect},${y}`).join(' ')} strokeWidth={2 * cover.brush.radius * aspect} />
    </svg>
  );

const frameOf = ({ x, y, width, height }: Cover) => ({ left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
const within = (value: number): number => Math.min(1, Math.max(0, value));
