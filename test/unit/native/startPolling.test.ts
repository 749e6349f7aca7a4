import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { profileOf } from '../../../main/core/trigger/profiles.ts';
import { startPolling } from '../../../native/startPolling.ts';
import type { Polling } from '../../../native/startPolling.ts';
import { bigRedButton, xKeysPedal } from '../../support/hid/models.ts';

describe('a device that is asked for its state', () => {
  let asked: number;
  let silent: boolean[];
  let polling: Polling | undefined;

  const start = (model: { readonly vendorId: number; readonly productId: number }, ask: () => Promise<unknown>): Polling => {
    const poll = profileOf(model)?.poll;
    if (!poll) throw new Error('this device is not asked');
    asked = 0;
    silent = [];
    polling = startPolling(
      poll,
      () => {
        asked += 1;
        return ask();
      },
      (now) => silent.push(now),
    );
    return polling;
  };

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    polling?.stop();
    vi.useRealTimers();
  });

  test('is asked at once and again and again while it answers', async () => {
    const { noteReport } = start(bigRedButton, async () => noteReport());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(251);
    expect(silent).toEqual([]);
  });

  test('is told to be silent well within two seconds after its last answer, and to be heard with the next one', async () => {
    const { noteReport } = start(bigRedButton, async () => undefined);
    await vi.advanceTimersByTimeAsync(500);
    noteReport();
    await vi.advanceTimersByTimeAsync(960);
    expect(silent).toEqual([]);
    await vi.advanceTimersByTimeAsync(120);
    expect(silent).toEqual([true]);
    noteReport();
    expect(silent).toEqual([true, false]);
  });

  test('is silent as well when it takes no question: it is asked once and not waited for', async () => {
    start(bigRedButton, () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(1500);
    expect(asked).toBe(1);
    expect(silent).toEqual([true]);
  });

  test('goes on being asked when a question fails', async () => {
    start(bigRedButton, () => Promise.reject(new Error('a pipe is broken')));
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toBe(11);
  });

  test('may be silent where it says everything else by itself', async () => {
    start(xKeysPedal, async () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(silent).toEqual([]);
  });

  test('is asked no more once it is stopped', async () => {
    start(bigRedButton, async () => undefined).stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toBe(1);
    expect(silent).toEqual([]);
  });
});
