import { describe, expect, it } from 'vitest';
import { losePowerOften } from '../support/powerLoss/losePowerOften.ts';
import { createDice, seedOf } from '../support/random/seed.ts';

const kills = 200;

describe('a process that is killed at any moment, 200 times', () => {
  it('leaves a whole ledger whose chain verifies, with every write that it acknowledged', async () => {
    const { problems, acknowledged } = await losePowerOften(kills, createDice(seedOf('power loss')));
    expect(problems).toEqual([]);
    expect(acknowledged).toBeGreaterThan(kills);
    console.info(`${kills} kills, ${acknowledged} acknowledged writes`);
  });
});
