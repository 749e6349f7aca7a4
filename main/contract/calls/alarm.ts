import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { alarmSchema, closeAlarmSchema, pressSchema } from '../alarm.ts';
import { subjectIdSchema, textSchema } from '../common.ts';
import { base, nothing, byAlarm } from './base.ts';

export const alarmCalls = {
  /**
   * Raises an alarm, or, while one of this station is open, repeats or raises it to `emergency`.
   * Needs no sign-in. The same press id twice changes nothing. Returns the alarm's id.
   */
  press: base.input(pressSchema).output(z.object({ alarm: subjectIdSchema })),
  acknowledge: base.input(byAlarm).output(nothing),
  arrive: base.input(byAlarm).output(nothing),
  /** A window shows it: `seen`. Needs no sign-in. */
  seen: base.input(byAlarm).output(nothing),
  close: base.input(closeAlarmSchema).output(nothing),
  /** Somebody looked in on whoever called off. */
  followUp: base.input(z.strictObject({ alarm: subjectIdSchema, note: textSchema(2000).default('') })).output(nothing),
  /** Open ones first, then the newest closed ones. Needs a sign-in: it goes back for months. */
  list: base.output(z.array(alarmSchema)),
  /** Open alarms, and those closed within the last few minutes. What staff wrote about a closed one is there for whoever is signed in only. */
  watch: base.output(eventIterator(z.array(alarmSchema))),
};
