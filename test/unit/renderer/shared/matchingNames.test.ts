import { expect, it } from 'vitest';
import { matchingNames } from '../../../../renderer/shared/matchingNames.ts';

const people = ['Sam Okafor', 'Zoë Bell-Smith', 'Priya Shah'].map((name) => ({ name }));
const found = (typed: string): readonly string[] => matchingNames(people, typed).map(({ name }) => name);

it('names are found by the beginning of any of their words, accents and capitals aside', () => {
  expect(found('ok')).toEqual(['Sam Okafor']);
  expect(found('zoe')).toEqual(['Zoë Bell-Smith']);
  expect(found('smi')).toEqual(['Zoë Bell-Smith']);
  expect(found('s')).toEqual(['Sam Okafor', 'Zoë Bell-Smith', 'Priya Shah']);
  expect(found('s p')).toEqual(['Priya Shah']);
  expect(found('')).toHaveLength(3);
  expect(found('kafor')).toEqual([]);
});
