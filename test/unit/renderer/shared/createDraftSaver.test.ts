import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftSaver } from '../../../../renderer/shared/createDraftSaver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A place to save to that can be slow (`answer` ends the running save) and that may refuse. */
const createShelf = () => {
  const saved: string[] = [];
  const waiting: ((kept: boolean) => void)[] = [];
  return {
    saved,
    save: (value: string): Promise<boolean> => {
      saved.push(value);
      return new Promise((resolve) => waiting.push(resolve));
    },
    answer: async (kept: boolean): Promise<void> => {
      waiting.shift()?.(kept);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
};

test('what is typed in one go is saved once, a moment after the last key, and then said to be saved', async () => {
  const { saved, save, answer } = createShelf();
  const saver = createDraftSaver(save);
  for (const text of ['H', 'He', 'Her']) saver.change(text);
  expect([saved, saver.state()]).toEqual([[], 'saving']);
  await vi.advanceTimersByTimeAsync(300);
  expect([saved, saver.state()]).toEqual([['Her'], 'saving']);
  await answer(true);
  expect(saver.state()).toBe('saved');
});

test('an older save never overtakes a newer one: the newest waits until the running one has ended', async () => {
  const { saved, save, answer } = createShelf();
  const saver = createDraftSaver(save);
  saver.change('first');
  await vi.advanceTimersByTimeAsync(300);
  saver.change('second');
  saver.change('third');
  await vi.advanceTimersByTimeAsync(300);
  expect(saved).toEqual(['first']);
  await answer(true);
  expect(saved).toEqual(['first', 'third']);
  await answer(true);
  expect(saver.state()).toBe('saved');
});

test('leaving the form saves at once and waits for nothing', async () => {
  const { saved, save, answer } = createShelf();
  const saver = createDraftSaver(save);
  saver.change('half a sen');
  const flushed = saver.flush();
  expect(saved).toEqual(['half a sen']);
  await answer(true);
  await flushed;
  expect(saver.state()).toBe('saved');
});

test('a save that failed is said and tried again with the newest words until it holds', async () => {
  const { saved, save, answer } = createShelf();
  const saver = createDraftSaver(save);
  saver.change('kept in memory');
  await vi.advanceTimersByTimeAsync(300);
  await answer(false);
  expect(saver.state()).toBe('failed');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual(['kept in memory', 'kept in memory']);
  await answer(true);
  expect(saver.state()).toBe('saved');
});

test('after it was filed or thrown away, nothing brings the draft back', async () => {
  const { saved, save } = createShelf();
  const saver = createDraftSaver(save);
  saver.change('too late');
  saver.stop();
  await saver.flush();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toEqual([]);
});

test('the newest words are at hand until they are known to be saved', async () => {
  const { save, answer } = createShelf();
  const saver = createDraftSaver(save);
  saver.change('first');
  const flushed = saver.flush();
  expect(saver.unsaved()).toBe('first');
  saver.change('second');
  expect(saver.unsaved()).toBe('second');
  await answer(false);
  await flushed;
  expect(saver.unsaved()).toBe('second');
  const again = saver.flush();
  await answer(true);
  await again;
  expect(saver.unsaved()).toBeNull();
});
