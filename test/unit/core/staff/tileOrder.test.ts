import { expect, it } from 'vitest';
import type { Staff } from '../../../../main/contract/index.ts';
import { orderTiles } from '../../../../main/core/staff/tileOrder.ts';

const people = ['Ada', 'Ben', 'Cy', 'Di', 'Eve'].map((name): Staff => ({ id: name, name, role: 'desk' }));

it('the tiles begin with those on the rota here, then elsewhere today, then whoever was here last, then by name', () => {
  expect(orderTiles(people, { here: new Set(['Di']), today: new Set(['Di', 'Cy']), lastHere: ['Eve', 'Cy'] }).map(({ name }) => name)).toEqual(['Di', 'Cy', 'Eve', 'Ada', 'Ben']);
});
