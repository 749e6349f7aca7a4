/** Wording of desk/. */
export const desk = {
  title: 'desk',
} as const;
