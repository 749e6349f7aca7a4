import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { actor, isAllowed, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { ExportCaller } from '../export/exports.ts';
import type { Door } from '../station.ts';

const exporting = (station: StationParts, door: Door): ExportCaller => ({ staff: actor(station, door), mayOpenRestricted: isAllowed(station, 'open-originals', door) });

/** The contract's calls on files made of records. */
export const createExportRouter = ({ whoMay }: Access): Router<Contract['export'], CallContext> => {
  const it = implement(contract.export).$context<CallContext>();
  return it.router({
    make: it.make.handler(({ input, context }) => {
      const station = whoMay('export-records', context.door);
      return station.exports.make(input, exporting(station, context.door));
    }),
    read: it.read.handler(({ input, context }) => {
      const station = whoMay('export-records', context.door);
      return { bytes: Buffer.from(give(station.exports.read(input.id, input.number, exporting(station, context.door)))).toString('base64') };
    }),
  });
};
