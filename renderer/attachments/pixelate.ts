/** The pixels of a picture, four bytes each, as a canvas gives them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A stretch of a picture that is made unrecognisable; lengths and places are parts of its width and height, from 0 to 1. */
export interface Cover {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where a brush went, and how thick it is (part of the width). Null: the whole box. */
  readonly brush: { readonly points: readonly Point[]; readonly radius: number } | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of what is covered no more is left than this many blocks along its longer side: too few to tell a face or read a badge. */
export const mostBlocks = 8;

/**
 * Replaces what is covered by the mean colours of few large blocks, in place. Blurring could be undone to a degree; of this nothing is left
 * but one colour a block.
 */
export const pixelate = (picture: Pixels, cover: Cover): void => {
  const [left, right] = span(cover.x, cover.width, picture.width);
  const [top, bottom] = span(cover.y, cover.height, picture.height);
  if (right <= left || bottom <= top) return;
  const block = Math.max(1, Math.ceil(Math.max(right - left, bottom - top) / mostBlocks));
  const isCovered = coveredBy(cover, picture);
  for (let y = top; y < bottom; y += block) {
    for (let x = left; x < right; x += block) paintBlock(picture, { left: x, top: y, right: Math.min(x + block, right), bottom: Math.min(y + block, bottom) }, isCovered);
  }
};

const span = (start: number, length: number, pixels: number): readonly [number, number] => [Math.max(0, Math.floor(start * pixels)), Math.min(pixels, Math.ceil((start + length) * pixels))];

interface Block {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const paintBlock = ({ width, data }: Pixels, { left, top, right, bottom }: Block, isCovered: (x: number, y: number) => boolean): void => {
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) for (const channel of [0, 1, 2] as const) sums[channel] = (sums[channel] ?? 0) + (data[(y * width + x) * 4 + channel] ?? 0);
  }
  const count = (right - left) * (bottom - top);
  const mean = sums.map((sum) => Math.round(sum / count));
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (!isCovered(x, y)) continue;
      for (const channel of [0, 1, 2] as const) data[(y * width + x) * 4 + channel] = mean[channel] ?? 0;
      data[(y * width + x) * 4 + 3] = 255;
    }
  }
};

/** A brush covers whole cells of half its thickness, so that no pixel has to be held against every point it passed. */
const coveredBy = ({ brush }: Cover, { width, height }: Pixels): ((x: number, y: number) => boolean) => {
  if (brush === null) return () => true;
  const radius = Math.max(1, brush.radius * width);
  const cell = Math.max(1, radius / 2);
  const cells = new Set<string>();
  for (const { x, y } of along(brush.points, width, height, cell)) {
    for (let row = Math.floor((y - radius) / cell); row <= Math.floor((y + radius) / cell); row += 1) {
      for (let column = Math.floor((x - radius) / cell); column <= Math.floor((x + radius) / cell); column += 1) {
        if (Math.hypot((column + 0.5) * cell - x, (row + 0.5) * cell - y) <= radius) cells.add(`${column} ${row}`);
      }
    }
  }
  return (x, y) => cells.has(`${Math.floor(x / cell)} ${Math.floor(y / cell)}`);
};

/** The way of the brush in pixels, without gaps wider than a cell. */
function* along(points: readonly Point[], width: number, height: number, step: number): Generator<Point, void, void> {
  let before: Point | null = null;
  for (const point of points) {
    const to = { x: point.x * width, y: point.y * height };
    const from = before ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step));
    for (let index = 1; index <= steps; index += 1) yield { x: from.x + ((to.x - from.x) * index) / steps, y: from.y + ((to.y - from.y) * index) / steps };
    before = to;
  }
}

/** The box around where a brush went. */
export const brushCover = (points: readonly Point[], radius: number, aspect: number): Cover => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const tall = radius * aspect;
  const [left, top] = [Math.max(0, Math.min(...xs) - radius), Math.max(0, Math.min(...ys) - tall)];
  return { x: left, y: top, width: Math.min(1, Math.max(...xs) + radius) - left, height: Math.min(1, Math.max(...ys) + tall) - top, brush: { points, radius } };
};

/** Moved or resized by parts of the picture; never out of it, never too small to be seen and touched. */
export const moved = (box: Cover, dx: number, dy: number): Cover => ({ ...box, x: clamp(box.x + dx, 0, 1 - box.width), y: clamp(box.y + dy, 0, 1 - box.height) });
export const resized = (box: Cover, dx: number, dy: number): Cover => ({ ...box, width: clamp(box.width + dx, leastSide, 1 - box.x), height: clamp(box.height + dy, leastSide, 1 - box.y) });
export const leastSide = 0.03;

/** The box between two corners. */
export const boxBetween = (a: Point, b: Point): Cover => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y), brush: null });

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
