/** Wording of respond/. */
export const respond = {
  title: 'respond',
} as const;
