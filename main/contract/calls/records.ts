import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { recordChoicesSchema, recordPageSchema, recordQuerySchema, savedViewSchema, shownViewSchema } from '../recordList.ts';
import { base, nothing, byId } from './base.ts';

export const recordsCalls = {
  /** The list of filed records, or those in which words occur, a page at a time, however many there are. `SearchUnavailable` when it cannot be read now; a person only for whoever may read files. */
  page: base.input(recordQuerySchema).output(recordPageSchema),
  /** What there is to filter by. `SearchUnavailable`. */
  choices: base.output(recordChoicesSchema),
  /** One's own saved views and those of the whole site, by name. */
  watchViews: base.output(eventIterator(z.array(shownViewSchema))),
  /** A new one, or another content under the same id. `ViewUnknown` for one that is somebody else's. */
  saveView: base.input(savedViewSchema).output(nothing),
  dropView: base.input(byId).output(nothing),
};
