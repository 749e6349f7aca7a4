import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { textSchema } from '../common.ts';
import { boardSchema, boardSettingsSchema } from '../station.ts';
import { base, nothing, byId } from './base.ts';

export const boardCalls = {
  watch: base.output(eventIterator(boardSchema)),
  change: base.input(boardSettingsSchema).output(nothing),
  addNotice: base.input(z.strictObject({ text: textSchema(500).min(1) })).output(nothing),
  removeNotice: base.input(byId).output(nothing),
};
