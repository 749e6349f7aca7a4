import { expect, test } from 'vitest';
import { createActivity } from '../../../../renderer/shared/useActivity.ts';

const touch = { isTrusted: true };

test('somebody at the screen is told of at once, and then at most every half minute', () => {
  let [told, time] = [0, 0];
  const note = createActivity(async () => (told += 1), () => time);
  note(touch);
  expect(told).toBe(1);
  for (time = 1_000; time < 30_000; time += 1_000) note(touch);
  expect(told).toBe(1);
  time = 30_000;
  note(touch);
  expect(told).toBe(2);
});

test('what did not get through is told again by the next sign of life', async () => {
  let told = 0;
  const note = createActivity(() => ((told += 1), Promise.reject(new Error('The station is being restarted'))), () => 0);
  note(touch);
  await Promise.resolve();
  note(touch);
  expect(told).toBe(2);
});

test('a key that hangs and what a program does are nobody', () => {
  let told = 0;
  const note = createActivity(async () => (told += 1), () => 0);
  note({ isTrusted: true, repeat: true });
  note({ isTrusted: false });
  expect(told).toBe(0);
});
