/** Wording of incidents/. */
export const incidents = {
  title: 'incidents',
} as const;
