import { z } from 'zod';
import { lineSchema, momentSchema, personNameSchema, subjectIdSchema, textSchema } from './common.ts';
import { erasureReasonSchema } from './erasure.ts';
import { documentLanguageSchema } from './language.ts';
import { incidentReportSchema, incidentSummarySchema, amendmentSchema } from './incident.ts';
import { capabilitySchema } from './staff.ts';

/** A day of the site's calendar, `2026-11-30`. What holds until a day holds to its end. */
export const daySchema = z.iso.date('Choose a day');

/** What somebody may do with person files: which role has which of these is decided with all others (`main/core/staff/permissions.ts`). */
export const personRightSchema = capabilitySchema.extract(['look-people-up', 'hand-in-files', 'read-files', 'write-files', 'decide-on-files', 'export-files', 'erase-files', 'change-letter']);

const descriptionSchema = textSchema(2000);
const beforeSchema = textSchema(20_000);
const reasonSchema = lineSchema(500);
/** `file`: which of several that were merged. `over`: the changes that the writer saw and replaces; a text that came meanwhile from elsewhere stays beside this one. */
const rewriteSchema = <Text extends z.ZodType<string>>(text: Text) => z.strictObject({ file: subjectIdSchema, text, over: z.array(subjectIdSchema).min(1).max(50) });

/** A person file under the pen, as far as it was typed; it stays on this station and belongs to whoever began it, as long as they can go on with it. */
export const personDraftSchema = z.object({
  id: subjectIdSchema,
  names: z.array(textSchema(80)).max(20),
  description: descriptionSchema,
  before: beforeSchema,
  marker: textSchema(200),
  reviewOn: z.string().max(10),
  incident: subjectIdSchema.nullable(),
  savedAt: momentSchema,
});

/** `leftBy`: whoever began it has left, or may begin none any more; null for one's own. Empty where the name was erased. */
export const shownPersonDraftSchema = personDraftSchema.extend({ leftBy: z.string().nullable() });

/** The id makes it safe to hand the same file in twice. */
export const establishPersonSchema = z
  .strictObject({
    id: subjectIdSchema,
    names: z.array(personNameSchema).max(20),
    description: descriptionSchema,
    /** What happened, on which the file rests. */
    before: beforeSchema.refine((text) => text.trim() !== '', 'Say what happened: a file rests on something that did'),
    /** A safety marker in one line; null for none. */
    marker: lineSchema(200).nullable(),
    reviewOn: daySchema,
    incident: subjectIdSchema.nullable(),
  })
  .refine(({ names, description }) => names.length > 0 || description.trim() !== '', { path: ['description'], error: 'Give a name, or describe the person' });

/** Only what is to be changed is there. */
export const amendPersonSchema = z.strictObject({
  person: subjectIdSchema,
  description: rewriteSchema(descriptionSchema).optional(),
  before: rewriteSchema(beforeSchema).optional(),
  namesAdded: z.array(personNameSchema).max(20).default([]),
  namesRemoved: z.array(subjectIdSchema).max(20).default([]),
});

export const markerSchema = z.strictObject({
  /** `safety` shows at the desks, `note` only to those who read files. */
  kind: z.enum(['safety', 'note']),
  text: lineSchema(200),
});

export const banSchema = z.strictObject({
  /** The parts of the site that it is for; empty: all of it. */
  areas: z.array(lineSchema(80)).max(20),
  from: daySchema,
  /** The last day; null for one without an end, which is then reviewed. */
  until: daySchema.nullable(),
  reviewOn: daySchema.nullable(),
  /** What the person was told, in these words. */
  notice: textSchema(4000).refine((text) => text.trim() !== '', 'Write what the person is told'),
  decidedBy: lineSchema(80),
});
export const imposeBanSchema = banSchema
  .extend({ person: subjectIdSchema })
  .refine(({ from, until }) => until === null || until >= from, { path: ['until'], error: 'The last day cannot be before the first' })
  .refine(({ until, reviewOn }) => until !== null || reviewOn !== null, { path: ['reviewOn'], error: 'A ban without an end needs a day on which it is looked at again' });

/** Who did it, where and when. */
const doneBy = { at: momentSchema, station: z.string(), staff: z.string().nullable() };

/** A text with the change that wrote it last. `besides`: what others wrote at the same time and nobody has brought together yet. */
export const writtenSchema = z.object({ change: subjectIdSchema, text: z.string(), ...doneBy, besides: z.array(z.object({ change: subjectIdSchema, text: z.string(), ...doneBy })) });

export const personStatusSchema = z.enum(['provisional', 'approved', 'rejected']);
/** Until it is due a review is `later`, in its quarter of the year `this-quarter`, behind its day `overdue`. */
export const reviewStateSchema = z.enum(['overdue', 'this-quarter', 'later']);
/** `waiting` for a second person, `coming` before its first day, `over` behind its last one. */
export const banStateSchema = z.enum(['waiting', 'rejected', 'coming', 'open', 'over', 'lifted']);

/** What a desk is shown of a person: who it is, and what stands against them now. */
export const personCardSchema = z.object({
  id: subjectIdSchema,
  names: z.array(z.string()),
  description: z.string(),
  markers: z.array(z.string()),
  bans: z.array(z.object({ areas: z.array(z.string()), from: daySchema, until: daySchema.nullable() })),
  /** There is a picture: `person.cardPhoto` gives it. Another id means another picture. */
  photo: subjectIdSchema.nullable(),
});

/** A small picture of somebody, as a desk is shown it. */
export const cardPhotoSchema = z.object({ type: z.string(), bytes: z.base64() });

export const personLineSchema = z.object({
  id: subjectIdSchema,
  names: z.array(z.string()),
  description: z.string(),
  banned: z.boolean(),
  marked: z.boolean(),
  /** Null for whoever may not read files. */
  file: z.object({ status: personStatusSchema, waiting: z.boolean(), reviewOn: daySchema, review: reviewStateSchema, changedAt: momentSchema }).nullable(),
});

export const personListSchema = z.object({
  rights: z.array(personRightSchema),
  people: z.array(personLineSchema),
  /** There are others, which are found by their words. */
  more: z.boolean(),
});

export const personHappeningSchema = z.enum([
  'established',
  'description',
  'before',
  'name-added',
  'name-removed',
  'approved',
  'rejected',
  'marker-added',
  'marker-removed',
  'ban-imposed',
  'ban-lifted',
  'photo-chosen',
  'photo-taken-off',
  'merged',
  'merge-undone',
  'linked',
  'unlinked',
  'reviewed',
  'exported',
]);

/** Everything of a person, over all files that were merged into one. `file` says in which of them it stands. */
export const personSchema = z.object({
  id: subjectIdSchema,
  names: z.array(z.object({ id: subjectIdSchema, name: z.string(), file: subjectIdSchema })),
  /** The file itself first, then those that were merged into it. */
  files: z.array(
    z.object({
      id: subjectIdSchema,
      status: personStatusSchema,
      established: z.object(doneBy),
      description: writtenSchema,
      before: writtenSchema,
      merge: z.object({ id: subjectIdSchema, ...doneBy }).nullable(),
    }),
  ),
  markers: z.array(markerSchema.extend({ id: subjectIdSchema, file: subjectIdSchema, approved: z.boolean(), removed: z.object({ reason: z.string(), ...doneBy }).nullable(), ...doneBy })),
  bans: z.array(banSchema.extend({ id: subjectIdSchema, file: subjectIdSchema, state: banStateSchema, lifted: z.object({ reason: z.string(), ...doneBy }).nullable(), ...doneBy })),
  /** Pictures that the desks are shown with the card, or will be once a second person approved it. */
  photos: z.array(z.object({ attachment: subjectIdSchema, shown: z.boolean() })),
  incidents: z.array(incidentSummarySchema),
  reviewOn: daySchema,
  review: reviewStateSchema,
  /** What a second person has not approved: files, markers and bans by their ids. */
  waiting: z.array(subjectIdSchema),
  /** Whoever asks could approve what waits: it is not all their own. */
  mayApprove: z.boolean(),
  history: z.array(z.object({ what: personHappeningSchema, text: z.string(), file: subjectIdSchema, ...doneBy })),
  looks: z.object({ count: z.int(), newest: z.array(z.object({ what: z.enum(['card', 'file']), ...doneBy })) }),
});

export const incidentPersonSchema = z.object({ id: subjectIdSchema, names: z.array(z.string()), description: z.string() });

/** All that is held on a person, for that person. */
export const subjectAccessSchema = z.object({
  site: z.string(),
  madeAt: momentSchema,
  /** The names of others were left out. */
  withheld: z.boolean(),
  person: personSchema,
  incidents: z.array(incidentSummarySchema.extend({ report: incidentReportSchema, amendments: z.array(amendmentSchema) })),
  /** Photos and files of the person, to be copied and handed out besides. */
  files: z.array(z.object({ name: z.string(), type: z.string(), size: z.int(), at: momentSchema })),
  /** Each single fact as the ledger holds it. */
  events: z.array(z.object({ at: momentSchema, kind: z.string(), subject: z.string(), body: z.record(z.string(), z.unknown()) })),
});

const byPerson = z.strictObject({ person: subjectIdSchema });

/** Inputs of the calls that change a file. */
export const personInputs = {
  byPerson,
  approve: byPerson.extend({ /** The markers and bans that were looked at: what came meanwhile is not approved with them. */ covers: z.array(subjectIdSchema).max(500) }),
  reject: byPerson.extend({ reason: reasonSchema }),
  addMarker: markerSchema.extend({ person: subjectIdSchema }),
  removeMarker: byPerson.extend({ marker: subjectIdSchema, reason: reasonSchema }),
  liftBan: byPerson.extend({ ban: subjectIdSchema, reason: reasonSchema }),
  choosePhoto: byPerson.extend({ /** One of the person’s own pictures; null: none is shown any more. */ attachment: subjectIdSchema.nullable() }),
  review: byPerson.extend({ next: daySchema, note: textSchema(2000).default('') }),
  merge: z.strictObject({ /** Is kept. */ into: subjectIdSchema, from: subjectIdSchema }),
  undoMerge: byPerson.extend({ merge: subjectIdSchema }),
  link: byPerson.extend({ incident: subjectIdSchema }),
  exportFile: byPerson.extend({ withhold: z.boolean().default(true) }),
  exportPdf: byPerson.extend({ withhold: z.boolean().default(true), language: documentLanguageSchema }),
  letter: z.strictObject({ language: documentLanguageSchema }).default({}),
  noticeLetter: byPerson.extend({ ban: subjectIdSchema, language: documentLanguageSchema }),
  erase: byPerson.extend({
    reason: erasureReasonSchema,
    /** The files that were seen as this one person: others than these are not erased along. Left out: whatever belongs together now. */
    files: z.array(subjectIdSchema).min(1).max(500).optional(),
  }),
};

/** What stands for something in the site's notice letter, written `{name}`. */
export const letterPlaceholders = ['name', 'site', 'today', 'scope', 'from', 'until', 'notice', 'decidedBy', 'reviewOn'] as const;
export type LetterValues = Readonly<Record<(typeof letterPlaceholders)[number], string>>;

const placeholder = /\{([^{}\n]*)\}/g;

/** The words in braces that stand for nothing. */
export const unknownPlaceholders = (text: string): readonly string[] => [...text.matchAll(placeholder)].flatMap(([, name = '']) => (isPlaceholder(name) ? [] : [`{${name}}`]));

export const fillLetter = (text: string, values: LetterValues): string => text.replaceAll(placeholder, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));

const isPlaceholder = (name: string): name is (typeof letterPlaceholders)[number] => letterPlaceholders.some((known) => known === name);

/** The site's own notice letter; null while it has none, then the program's own stands in, which is written in the reader's language. */
export const letterTemplateSchema = z.strictObject({ text: textSchema(10_000).nullable(), standard: z.string() });
/** The letter that tells somebody of one ban, filled in. */
export const noticeLetterSchema = z.object({ site: z.string(), day: z.string(), text: z.string(), signature: z.string() });
export const newLetterTemplateSchema = z.strictObject({
  text: textSchema(10_000)
    .refine((text) => text.trim() !== '', 'Please fill this in')
    .refine((text) => unknownPlaceholders(text).length === 0, { error: (issue) => `Nothing is known by ${unknownPlaceholders(String(issue.input)).join(', ')}` })
    .nullable(),
});

/** What one of those calls takes. */
export type PersonInput<Call extends keyof typeof personInputs> = z.output<(typeof personInputs)[Call]>;

export type PersonRight = z.infer<typeof personRightSchema>;
export type PersonDraft = z.output<typeof personDraftSchema>;
export type ShownPersonDraft = z.output<typeof shownPersonDraftSchema>;
export type EstablishPerson = z.output<typeof establishPersonSchema>;
export type AmendPerson = z.output<typeof amendPersonSchema>;
export type Ban = z.output<typeof banSchema>;
export type BanState = z.infer<typeof banStateSchema>;
export type ImposeBan = z.output<typeof imposeBanSchema>;
export type Written = z.infer<typeof writtenSchema>;
export type PersonStatus = z.infer<typeof personStatusSchema>;
export type ReviewState = z.infer<typeof reviewStateSchema>;
export type CardPhoto = z.infer<typeof cardPhotoSchema>;
export type PersonCard = z.infer<typeof personCardSchema>;
export type PersonLine = z.infer<typeof personLineSchema>;
export type PersonList = z.infer<typeof personListSchema>;
export type PersonHappening = z.infer<typeof personHappeningSchema>;
export type Person = z.infer<typeof personSchema>;
export type IncidentPerson = z.infer<typeof incidentPersonSchema>;
export type NoticeLetter = z.infer<typeof noticeLetterSchema>;
export type SubjectAccess = z.infer<typeof subjectAccessSchema>;
