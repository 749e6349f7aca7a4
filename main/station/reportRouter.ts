import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../contract/index.ts';
import { toCsv } from '../document/csv.ts';
import type { Access } from './access.ts';
import { give } from './answers.ts';
import type { Door } from './station.ts';

/** The contract's calls on reports. */
export const createReportRouter = ({ whoMay }: Access): Router<Contract['report'], { readonly door: Door }> => {
  const it = implement(contract.report).$context<{ readonly door: Door }>();
  return it.router({
    get: it.get.handler(async ({ input, context }) => give(await whoMay('read-reports', context.door).recordLists.report(input))),
    toCsv: it.toCsv.handler(({ input, context }) => {
      whoMay('read-reports', context.door);
      return toCsv(input.columns, input.rows);
    }),
  });
};
