import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { toCsv } from '../../document/csv.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';

/** The contract's calls on reports. */
export const createReportRouter = ({ whoMay }: Access): Router<Contract['report'], CallContext> => {
  const it = implement(contract.report).$context<CallContext>();
  return it.router({
    get: it.get.handler(async ({ input, context }) => give(await whoMay('read-reports', context.door).recordLists.report(input))),
    files: it.files.handler(async ({ input, context }) => {
      const station = whoMay('read-reports', context.door);
      return [...give(await station.reportFiles.make(input, actor(station, context.door)))];
    }),
    toCsv: it.toCsv.handler(({ input, context }) => {
      const station = whoMay('read-reports', context.door);
      // A table that is taken along is no less taken along than all of them.
      give(station.audit.note('report-made', 'csv', actor(station, context.door)));
      return toCsv(input.columns, input.rows);
    }),
  });
};
