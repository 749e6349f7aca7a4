import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { dateSchema, rotaDaySchema, rotaLineSchema, rotaSchema, rotaWeekSchema } from '../rota.ts';
import { base, nothing } from './base.ts';

export const rotaCalls = {
  /** Today's, as the noticeboard shows it. Needs no sign-in. */
  watchToday: base.output(eventIterator(z.array(rotaLineSchema))),
  watch: base.output(eventIterator(rotaSchema)),
  /** The ordinary week, as a whole. `InputInvalid` names a shift that does not fit: somebody at two desks at once, somebody who left. */
  saveWeek: base.input(z.strictObject({ shifts: rotaWeekSchema })).output(nothing),
  /** One day that is unlike its weekday. */
  saveDay: base.input(rotaDaySchema).output(nothing),
  /** That day is like its weekday again. */
  forgetDay: base.input(z.strictObject({ date: dateSchema })).output(nothing),
};
