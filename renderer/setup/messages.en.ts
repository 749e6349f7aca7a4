/** Wording of setup/. */
export const setup = {
  title: 'setup',
} as const;
