import { describe, expect, it } from 'vitest';
import { losePowerOften } from '../support/powerLoss/losePowerOften.ts';
import { createDice, seedOf } from '../support/random/seed.ts';

const kills = 24;

describe('a process that is killed at any moment of a commit, a migration or a rebuild', () => {
  it('leaves a whole ledger whose chain verifies, with every write that it acknowledged', { timeout: 120_000 }, async () => {
    const { problems, acknowledged } = await losePowerOften(kills, createDice(seedOf('power loss')));
    expect(problems).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
    console.info(`${kills} kills, ${acknowledged} acknowledged writes`);
  });
});
