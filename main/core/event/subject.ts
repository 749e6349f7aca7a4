/** What an event can be about. A subject is written `<type>/<id>`; the id is a UUID, or a name that people gave (`channel`, `procedure`). */
export const subjectTypes = ['site', 'station', 'staff', 'board', 'alarm', 'run', 'incident', 'channel', 'plan', 'fault', 'alone', 'attachment', 'retention', 'backup', 'settings', 'rota', 'procedure', 'person', 'letter', 'form', 'view'] as const;
export type SubjectType = (typeof subjectTypes)[number];

/**
 * Few rows each, and all that an alarm needs to know of its site: who and where this station is, what is bound to it, whom the plans name, which
 * channels there are; and what the desk's service notes show meanwhile. They are read once and then kept in memory, so that a press never waits for a database.
 */
export const keptTypes = ['site', 'station', 'staff', 'board', 'channel', 'plan', 'retention', 'backup', 'settings', 'rota', 'procedure'] as const satisfies readonly SubjectType[];

export const subjectOf = (type: SubjectType, id: string): string => `${type}/${id}`;
export const subjectId = (subject: string): string => subject.slice(subject.indexOf('/') + 1);

/** Null for a type that only a newer program knows. */
export const subjectType = (subject: string): SubjectType | null => {
  const type = subject.slice(0, subject.indexOf('/'));
  return subjectTypes.find((known) => known === type) ?? null;
};
