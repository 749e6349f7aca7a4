import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { subjectIdSchema, textSchema } from '../common.ts';
import { erasureSchema } from '../erasure.ts';
import { madeFileSchema } from '../export.ts';
import { amendPersonSchema, cardPhotoSchema, establishPersonSchema, imposeBanSchema, incidentPersonSchema, letterTemplateSchema, newLetterTemplateSchema, noticeLetterSchema, personCardSchema, personDraftSchema, personInputs, personLineSchema, personListSchema, personSchema, shownPersonDraftSchema, subjectAccessSchema } from '../person.ts';
import { base, nothing, byId } from './base.ts';

/**
 * Person files. Which role may do what stands in `main/core/staff/permissions.ts`: `RoleInsufficient`. Whoever may not read files is shown those alone who have an open
 * ban or a safety marker, and of them no more than the card.
 */
export const personCalls = {
  /** What the caller may do, and the people whom they may know of; the newest change last. */
  list: base.output(personListSchema),
  watchList: base.output(eventIterator(personListSchema)),
  /** The same people, those in whose names or description all of the words occur. */
  find: base.input(z.strictObject({ text: textSchema(200) })).output(z.array(personLineSchema)),
  /** What stands against somebody now. Each look is an event, one a sitting. `PersonUnknown` also where nothing does. */
  card: base.input(personInputs.byPerson).output(personCardSchema),
  /** The picture on that card, small. `PersonUnknown` where there is none, `AttachmentIncomplete` while it is on its way from another desk. */
  cardPhoto: base.input(personInputs.byPerson).output(cardPhotoSchema),
  /** The whole file. Each look is an event, one a sitting. */
  get: base.input(personInputs.byPerson).output(personSchema),
  /** One's own; for those who write files also what somebody left behind who has gone. */
  drafts: base.output(z.array(shownPersonDraftSchema)),
  saveDraft: base.input(personDraftSchema.omit({ savedAt: true })).output(personDraftSchema),
  discardDraft: base.input(byId).output(nothing),
  /** Hands a new file in, provisional until a second person approves it, and drops its draft. The same id twice changes nothing. */
  establish: base.input(establishPersonSchema).output(z.object({ id: subjectIdSchema })),
  amend: base.input(amendPersonSchema).output(nothing),
  /** By somebody else than who established it: `InputInvalid` when all that waits is one's own. */
  approve: base.input(personInputs.approve).output(nothing),
  reject: base.input(personInputs.reject).output(nothing),
  addMarker: base.input(personInputs.addMarker).output(nothing),
  removeMarker: base.input(personInputs.removeMarker).output(nothing),
  /** Which of the pictures the desks are shown; it is approved by a second person like a marker. `AttachmentUnknown`. */
  choosePhoto: base.input(personInputs.choosePhoto).output(nothing),
  imposeBan: base.input(imposeBanSchema).output(nothing),
  liftBan: base.input(personInputs.liftBan).output(nothing),
  /** Sets the day of the next review. */
  review: base.input(personInputs.review).output(nothing),
  merge: base.input(personInputs.merge).output(nothing),
  /** Both files are again what they were, with what was added to each since. */
  undoMerge: base.input(personInputs.undoMerge).output(nothing),
  link: base.input(personInputs.link).output(nothing),
  unlink: base.input(personInputs.link).output(nothing),
  /** The people whom a record is linked to, as far as the caller may know of them. */
  ofIncident: base.input(z.strictObject({ incident: subjectIdSchema })).output(z.array(incidentPersonSchema)),
  /** Everything held on a person, for that person; with the names of others left out unless told otherwise. */
  exportFile: base.input(personInputs.exportFile).output(subjectAccessSchema),
  /**
   * Forgets a person on every station and for good: all files that were merged into this one, their pictures, and the links of records to them. What records say of the person
   * stays in these. `InputInvalid` when other files belong together now than were seen.
   */
  erase: base.input(personInputs.erase).output(z.array(erasureSchema)),
  /** The same on paper. Noted as that is. `ExportRunning`, `ExportFailed`. */
  exportPdf: base.input(personInputs.exportPdf).output(madeFileSchema),
  letter: base.input(personInputs.letter).output(letterTemplateSchema),
  /** The notice letter of one ban, filled in; counts as a look into the file. `PersonUnknown`, also where there is no such ban. */
  noticeLetter: base.input(personInputs.noticeLetter).output(noticeLetterSchema),
  /** The same on paper. That it was made stands in the audit list. `ExportRunning`, `ExportFailed`. */
  letterPdf: base.input(personInputs.noticeLetter).output(madeFileSchema),
  changeLetter: base.input(newLetterTemplateSchema).output(nothing),
};
