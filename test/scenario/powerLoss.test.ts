import { describe, expect, it } from 'vitest';
import { losePowerOften } from '../support/powerLoss/losePowerOften.ts';
import { createDice, seedOf } from '../support/random/seed.ts';

const kills = 20;

describe('a process that is killed at any moment of a commit, a migration, a rebuild, an erasure or a backup', () => {
  it('leaves a whole ledger whose chain verifies, with every write that it acknowledged', { timeout: 240_000 }, async () => {
    const { problems, acknowledged } = await losePowerOften(kills, createDice(seedOf('power loss')));
    expect(problems).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
    console.info(`${kills} kills, ${acknowledged} acknowledged writes`);
  });
});
