/** Wording of readiness/. */
export const readiness = {
  title: 'readiness',
} as const;
