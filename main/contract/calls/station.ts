import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { placeSchema, stationNameSchema } from '../common.ts';
import { stationSettingsChangeSchema, stationSettingsSchema } from '../station.ts';
import { base, nothing } from './base.ts';

export const stationCalls = {
  watchSettings: base.output(eventIterator(stationSettingsSchema)),
  changeSettings: base.input(stationSettingsChangeSchema).output(stationSettingsSchema),
  rename: base.input(z.strictObject({ station: stationNameSchema, place: placeSchema })).output(nothing),
};
