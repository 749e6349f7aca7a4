import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { slugSchema, subjectIdSchema } from '../common.ts';
import { editionSchema, procedureDraftSchema, procedureSchema, procedureStandingSchema, publishProcedureSchema, runSchema, shownProcedureSchema } from '../procedure.ts';
import { base, nothing, byAlarm } from './base.ts';

export const procedureCalls = {
  /** What the service notes show, in their order. */
  list: base.output(z.array(procedureSchema)),
  watch: base.output(eventIterator(z.array(shownProcedureSchema))),
  /** One edition, of a run that began before another one was published, say. Without one: what is shown now. `ProcedureUnknown`. */
  edition: base.input(z.strictObject({ procedure: slugSchema, edition: editionSchema.nullable() })).output(procedureSchema),
  /** Every procedure with its versions, also those that are withdrawn. */
  standings: base.output(z.array(procedureStandingSchema)),
  watchStandings: base.output(eventIterator(z.array(procedureStandingSchema))),
  /**
   * Makes it the version that every desk shows; its number is given by the station. `ProcedureInvalid`; `ProcedureOvertaken` when another one than
   * `basedOn` stands meanwhile.
   */
  publish: base.input(publishProcedureSchema).output(shownProcedureSchema),
  /** Takes it out of the service notes; its versions stay. */
  withdraw: base.input(z.strictObject({ procedure: slugSchema })).output(nothing),
  toYaml: base.input(z.strictObject({ procedure: slugSchema, edition: editionSchema.nullable() })).output(z.string()),
  /** Reads and checks a document, and publishes nothing. `ProcedureInvalid` names the line. */
  fromYaml: base.input(z.strictObject({ text: z.string().max(400_000) })).output(procedureSchema),
  /** Kept on this station until they are published. */
  drafts: base.output(z.array(procedureDraftSchema)),
  saveDraft: base.input(z.strictObject(procedureDraftSchema.omit({ savedAt: true }).shape)).output(procedureDraftSchema),
  discardDraft: base.input(z.strictObject({ procedure: slugSchema })).output(nothing),
  /** The runs of this station that have not ended. */
  watchRuns: base.output(eventIterator(z.array(runSchema))),
  /** The runs that belong to one alarm, of any station: what a colleague who comes to help can know beforehand. Needs no sign-in. */
  watchAlarmRuns: base.input(byAlarm).output(eventIterator(z.array(runSchema))),
  start: base.input(z.strictObject({ procedure: z.string(), alarm: subjectIdSchema.nullable() })).output(runSchema),
  tick: base.input(z.strictObject({ run: subjectIdSchema, step: z.string(), ticked: z.boolean() })).output(nothing),
  answer: base.input(z.strictObject({ run: subjectIdSchema, question: z.string(), answer: z.string() })).output(nothing),
  /** A walk of another station is changed, like this, only by somebody who is signed in. */
  end: base.input(z.strictObject({ run: subjectIdSchema })).output(nothing),
};
