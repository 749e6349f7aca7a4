import type { Draft } from './catalogue.ts';
import { subjectType, type SubjectType } from './subject.ts';

/**
 * Whose bodies are sealed under a key of their subject, so that the subject can be erased everywhere.
 *
 * | | what | why |
 * | --- | --- | --- |
 * | `always` | what is written about people | personal, and nobody's screen depends on it in the moment of danger |
 * | `when-read` | calls for help and what belongs to them | personal as well; but a colleague whose program is too old to open them must see them: they stay open until every station of the site can |
 * | `never` | what the site is made of, what its desks show, and who is told | names nobody who was at the desk; trust and ways out must not depend on a key that may be missing |
 */
const sealing = {
  site: 'never',
  station: 'never',
  channel: 'never',
  plan: 'never',
  procedure: 'never',
  fault: 'never',
  retention: 'never',
  backup: 'never',
  letter: 'never',
  form: 'never',
  staff: 'always',
  board: 'always',
  incident: 'always',
  attachment: 'always',
  person: 'always',
  view: 'always',
  alarm: 'when-read',
  run: 'when-read',
  alone: 'when-read',
  rota: 'always',
  settings: 'never',
} as const satisfies Record<SubjectType, 'always' | 'when-read' | 'never'>;

/** Kinds that are read without any key, whatever they are about. */
const openKinds: readonly string[] = ['SubjectErased'];

/** `allRead`: every station of the site has a program that opens sealed bodies. */
export const isSealed = (type: SubjectType, kind: string, allRead: boolean): boolean => !openKinds.includes(kind) && (sealing[type] === 'always' || (sealing[type] === 'when-read' && allRead));

/**
 * What is never sealed names no member of staff: whoever did it stands there by id. The name is read from the file of that person, which is sealed and can be erased. Events of before hold
 * the name, and are read as they stand.
 */
export const namingNobody = (draft: Draft): Draft => {
  const type = subjectType(draft.subject);
  if (type === null || sealing[type] !== 'never' || !('staff' in draft.body) || typeof draft.body.staff !== 'object' || draft.body.staff === null) return draft;
  // The same kind with the same members; TypeScript cannot correlate the two.
  return { ...draft, body: { ...draft.body, staff: { ...draft.body.staff, name: '' } } } as Draft;
};

/** What can be erased: each is about people, and nothing else is folded from it. */
export const erasableTypes = ['incident', 'attachment', 'person', 'alarm', 'run', 'alone', 'staff', 'view'] as const satisfies readonly SubjectType[];

/** Whoever writes that something else was erased has no effect. */
export const isErasable = (subject: string): boolean => {
  const type = subjectType(subject);
  return erasableTypes.some((erasable) => erasable === type);
};
