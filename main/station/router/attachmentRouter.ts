import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Capability } from '../../contract/staff.ts';
import { subjectId, subjectType } from '../../core/event/subject.ts';
import { actor, isAllowed, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { Door } from '../station.ts';

/** Files of records are for whoever reads or writes records; those of people for whoever may do so with the files on them. */
const rightTo = (what: 'read' | 'write', owner: string): Capability => (subjectType(owner) === 'person' ? `${what}-files` : `${what}-records`);

/** The contract's calls on files of records and of people. */
export const createAttachmentRouter = ({ anybody, watching, whoMay }: Access, changes: Changes): Router<Contract['attachment'], CallContext> => {
  const it = implement(contract.attachment).$context<CallContext>();
  /** A file by its id is for whoever may see what it belongs to. */
  const whoMayTouch = (what: 'read' | 'write', id: string, door: Door): StationParts => whoMay(rightTo(what, anybody(door).attachments.ownerOf(id) ?? ''), door);
  /** The photos of somebody are part of their file: whoever looks at them looks into it, and that is an event. */
  const looking = (station: StationParts, owner: string, door: Door): StationParts => {
    if (subjectType(owner) === 'person') station.persons.looked(subjectId(owner), { staff: actor(station, door), door });
    return station;
  };
  return it.router({
    list: it.list.handler(async ({ input, context }) => {
      const { attachments } = looking(whoMay(rightTo('read', input.owner), context.door), input.owner, context.door);
      await attachments.ready();
      return [...attachments.list(input.owner)];
    }),
    watch: it.watch.handler(async ({ input, context, signal }) => {
      const right = rightTo('read', input.owner);
      await looking(watching(right, context.door), input.owner, context.door).attachments.ready();
      return changes.watch(['attachments', 'session'], () => [...watching(right, context.door).attachments.list(input.owner)], signal);
    }),
    begin: it.begin.handler(async ({ input, context }) => give(await whoMay(rightTo('write', input.owner), context.door).attachments.begin(input))),
    put: it.put.handler(async ({ input, context }) => give(await whoMayTouch('write', input.id, context.door).attachments.put(input.id, input.number, Buffer.from(input.bytes, 'base64')))),
    finish: it.finish.handler(async ({ input, context }) => {
      const station = whoMayTouch('write', input.id, context.door);
      return give(await station.attachments.finish(input.id, actor(station, context.door)));
    }),
    cancel: it.cancel.handler(({ input, context }) => whoMayTouch('write', input.id, context.door).attachments.cancel(input.id)),
    read: it.read.handler(async ({ input, context }) => {
      const station = whoMayTouch('read', input.id, context.door);
      looking(station, station.attachments.ownerOf(input.id) ?? '', context.door);
      const bytes = give(await station.attachments.read(input.id, input.number, { staff: actor(station, context.door), mayOpenRestricted: isAllowed(station, 'open-originals', context.door) }));
      return { bytes: Buffer.from(bytes).toString('base64') };
    }),
    remove: it.remove.handler(({ input, context }) => {
      const station = whoMayTouch('write', input.id, context.door);
      return give(station.attachments.remove(input.id, input.reason, actor(station, context.door)));
    }),
  });
};
