import { describe, expect, it } from 'vitest';
import { boxBetween, brushCover, moved, mostBlocks, pixelate, resized, type Pixels } from '../../../../renderer/attachments/pixelate.ts';

/** Each pixel has a colour of its own. */
const picture = (width: number, height: number): Pixels => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : (Math.floor(index / 4) * 97 + (index % 4) * 31) % 256)),
});

const at = ({ width, data }: Pixels, x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)].join(' ');
const coloursIn = (pixels: Pixels, left: number, top: number, right: number, bottom: number): ReadonlySet<string> => {
  const colours = new Set<string>();
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) colours.add(at(pixels, x, y));
  return colours;
};

describe('what is covered on a photo', () => {
  it.each([0.25, 1])('is no more than eight blocks along its longer side, however large it is (%d of the picture)', (part) => {
    const pixels = picture(400, 200);
    pixelate(pixels, { x: 0, y: 0, width: part, height: part, brush: null });
    expect(coloursIn(pixels, 0, 0, 400 * part, 200 * part).size).toBeLessThanOrEqual(mostBlocks * (mostBlocks / 2));
  });

  it('does not depend on where within a block a detail was: two photos with the same mean colours give the same picture', () => {
    const [one, two] = [picture(80, 80), picture(80, 80)];
    // Two neighbours within one block change places.
    for (const channel of [0, 1, 2]) [two.data[channel], two.data[4 + channel]] = [two.data[4 + channel] ?? 0, two.data[channel] ?? 0];
    expect(at(one, 0, 0)).not.toBe(at(two, 0, 0));
    for (const pixels of [one, two]) pixelate(pixels, { x: 0, y: 0, width: 1, height: 1, brush: null });
    expect(one.data).toEqual(two.data);
  });

  it('leaves everything else as it was', () => {
    const [before, after] = [picture(64, 64), picture(64, 64)];
    pixelate(after, { x: 0.25, y: 0.5, width: 0.125, height: 0.125, brush: null });
    const places = Array.from({ length: 64 * 64 }, (_, index) => ({ x: index % 64, y: Math.floor(index / 64) })).filter(({ x, y }) => x < 16 || x >= 24 || y < 32 || y >= 40);
    expect(places.map(({ x, y }) => at(after, x, y))).toEqual(places.map(({ x, y }) => at(before, x, y)));
  });

  it('is where the brush went, without gaps, and not beside it', () => {
    const [before, after] = [picture(200, 100), picture(200, 100)];
    pixelate(after, brushCover([{ x: 0.2, y: 0.5 }, { x: 0.8, y: 0.5 }], 0.05, 2));
    for (let x = 40; x < 160; x += 1) expect(at(after, x, 50)).not.toBe(at(before, x, 50));
    expect(coloursIn(after, 40, 46, 160, 54).size).toBeLessThanOrEqual(2 * mostBlocks);
    for (let x = 0; x < 200; x += 1) expect(at(after, x, 20)).toBe(at(before, x, 20));
  });

  it('at the edge or out of the picture hurts nothing', () => {
    const pixels = picture(10, 10);
    pixelate(pixels, { x: 0.9, y: 0.9, width: 0.5, height: 0.5, brush: null });
    pixelate(pixels, { x: 2, y: 2, width: 0.5, height: 0.5, brush: null });
    pixelate(pixels, brushCover([{ x: 1, y: 1 }], 0.2, 1));
    expect(pixels.data).toHaveLength(400);
  });
});

describe('a box', () => {
  it('spans the two corners of a drag in whichever direction', () => {
    const box = boxBetween({ x: 0.5, y: 0.6 }, { x: 0.2, y: 0.1 });
    expect(box).toMatchObject({ x: 0.2, y: 0.1, width: expect.closeTo(0.3), height: expect.closeTo(0.5) });
  });

  it('stays within the picture, and is never too small to be seen', () => {
    const box = { x: 0.4, y: 0.4, width: 0.2, height: 0.2, brush: null };
    expect(moved(box, 5, -5)).toMatchObject({ x: 0.8, y: 0 });
    expect(resized(box, 5, -5)).toMatchObject({ width: 0.6, height: 0.03 });
  });
});
