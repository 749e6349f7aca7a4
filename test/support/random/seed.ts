import { randomInt } from 'node:crypto';

/** The seed of a random test: another one each time, printed so that a failure can be had again, or the one that `QUIETBELL_SEED` names. */
export const seedOf = (what: string): number => {
  const seed = Number(process.env['QUIETBELL_SEED'] ?? randomInt(2 ** 31));
  console.info(`${what}: seed ${seed} (QUIETBELL_SEED)`);
  return seed;
};

/** Numbers from 0 to 1 that follow from their seed (mulberry32). */
export const createDice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** One of them. */
export const choose = <Each>(roll: () => number, from: readonly Each[]): Each => {
  const chosen = from[Math.floor(roll() * from.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from');
  return chosen;
};
