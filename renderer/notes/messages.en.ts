/** Wording of notes/. */
export const notes = {
  title: 'notes',
} as const;
