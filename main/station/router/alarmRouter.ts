import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Alarm } from '../../contract/alarm.ts';
import { actor, isAllowed, type Access, type CallContext } from '../access.ts';
import type { AlarmLists } from '../alarm/alarmLists.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import { closeAlarm } from '../alarm/closeAlarm.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { Door } from '../station.ts';

/** Somebody who must not know may look at a window; the command line belongs to IT. */
const alarmsFor = ({ alarms }: StationParts, door: Door): AlarmLists => (door === 'window' ? alarms.shownHere : alarms);

/** What staff wrote about a call that is over is private; that it is over, and how, is not. */
const withoutNotes = (alarm: Alarm): Alarm => ({ ...alarm, closeNote: '', timeline: alarm.timeline.map((moment) => (moment.what === 'followed-up' ? { ...moment, detail: '' } : moment)) });

/** The contract's calls on alarms. */
export const createAlarmRouter = ({ acting, anybody, whoMay }: Access, changes: Changes): Router<Contract['alarm'], CallContext> => {
  const it = implement(contract.alarm).$context<CallContext>();
  return it.router({
    press: it.press.handler(({ input, context }) => {
      // A real call needs nobody's leave, ever.
      const station = input.kind === 'real' ? anybody(context.door) : whoMay('practise', context.door);
      return { alarm: station.alarms.press(input, actor(station, context.door)) };
    }),
    acknowledge: it.acknowledge.handler(acting(({ alarms }, input, by) => alarms.acknowledge(input.alarm, by))),
    arrive: it.arrive.handler(acting(({ alarms }, input, by) => alarms.arrive(input.alarm, by))),
    close: it.close.handler(async ({ input, context }) => give(await closeAlarm(anybody(context.door), input, context.door))),
    seen: it.seen.handler(({ input, context }) => give(anybody(context.door).alarms.seen(input.alarm))),
    followUp: it.followUp.handler(acting(({ alarms }, input, by) => alarms.followUp(input.alarm, input.note, by))),
    list: it.list.handler(({ context }) => [...alarmsFor(whoMay('read-site', context.door), context.door).list()]),
    watch: it.watch.handler(({ context, signal }) => {
      const station = anybody(context.door);
      const alarms = alarmsFor(station, context.door);
      const shown = (): readonly Alarm[] => (isAllowed(station, 'read-records', context.door) ? alarms.current() : alarms.current().map(withoutNotes));
      return changes.watch(['alarms', 'status', 'session'], () => [...shown()], signal);
    }),
  });
};
