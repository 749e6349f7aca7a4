/** Wording of settings/. */
export const settings = {
  title: 'settings',
} as const;
