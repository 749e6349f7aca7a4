import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { profiles } from '../../../main/core/trigger/profiles.ts';
import { udevRule } from '../../../native/hints.ts';
import { relayIds } from '../../../native/relayBoards.ts';

test('the shipped udev rules let the person at the screen read every known device and switch relay boards, and no other', async () => {
  const file = await readFile(new URL('../../../build/linux/70-quietbell.rules', import.meta.url), 'utf8');
  const shipped = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const known = profiles.flatMap(({ vendorId, productIds }) => productIds.map((productId) => udevRule({ vendorId, productId })));
  known.push(udevRule(relayIds));
  expect(shipped.toSorted()).toEqual(known.toSorted());
});
