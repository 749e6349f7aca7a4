/** What an event can be about. A subject is written `<type>/<id>`. */
export const subjectTypes = ['site', 'station', 'staff', 'board', 'alarm', 'run', 'incident', 'channel', 'plan', 'fault', 'alone', 'retention', 'backup', 'settings', 'rota'] as const;
export type SubjectType = (typeof subjectTypes)[number];

export const subjectOf = (type: SubjectType, id: string): string => `${type}/${id}`;
export const subjectId = (subject: string): string => subject.slice(subject.indexOf('/') + 1);

/** Null for a type that only a newer program knows. */
export const subjectType = (subject: string): SubjectType | null => {
  const type = subject.slice(0, subject.indexOf('/'));
  return subjectTypes.find((known) => known === type) ?? null;
};
