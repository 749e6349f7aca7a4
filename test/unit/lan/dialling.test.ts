import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDialling } from '../../../main/lan/dialling.ts';
import type { DiallingDependencies } from '../../../main/lan/dialling.ts';
import { defaultTiming } from '../../../main/lan/timing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const begin = (changes: Partial<DiallingDependencies> = {}) => {
  const began = Date.now();
  const times: number[] = [];
  const attempt = async () => {
    times.push(Date.now() - began);
    return null;
  };
  const dialling = createDialling({ timing: defaultTiming, addresses: () => new Map([['10.0.0.7:7411', null]]), isSettled: () => false, attempt, random: () => 0, ...changes });
  dialling.refresh();
  return { dialling, times };
};

describe('dialling', () => {
  test('goes on for ever, with pauses that double up to five seconds', async () => {
    const { dialling, times } = begin();
    await vi.advanceTimersByTimeAsync(25_000);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses).toEqual([600, 1_200, 2_400, 4_800, 5_000, 5_000, 5_000]);
    dialling.stop();
  });

  test('shortens each pause by up to half at random', async () => {
    const { dialling, times } = begin({ random: () => 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(times).toEqual([0, 300, 900]);
    dialling.stop();
  });

  test('leaves a connected station alone and begins again 0.3 s after it is lost', async () => {
    let connected = true;
    let attempts = 0;
    const { dialling } = begin({
      addresses: () => new Map([['10.0.0.7:7411', 'b']]),
      isSettled: () => connected,
      attempt: async () => {
        attempts += 1;
        return 'b';
      },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBe(0);
    connected = false;
    dialling.lost('b');
    await vi.advanceTimersByTimeAsync(299);
    expect(attempts).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts).toBe(1);
    dialling.stop();
  });

  test('does not hurry when a connection that never became a link is lost at once', async () => {
    const { dialling, times } = begin();
    await vi.advanceTimersByTimeAsync(600_000);
    const lastMinute = times.filter((time) => time > 540_000);
    expect(lastMinute.length).toBeLessThanOrEqual(12);
    dialling.stop();
  });

  test('forgets an address that nobody has any more', async () => {
    const addresses = new Map<string, string | null>([['10.0.0.7:7411', null]]);
    const { dialling, times } = begin({ addresses: () => addresses });
    await vi.advanceTimersByTimeAsync(1_000);
    const before = times.length;
    addresses.clear();
    dialling.refresh();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times.length).toBe(before);
    dialling.stop();
  });
});
