/** Months of the local calendar, `2026-11`. */

export const monthsLater = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(year, number - 1 + count, 1);
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
};

/** Its first moment; milliseconds since the epoch. */
export const startOfMonth = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(year, number - 1, 1).getTime();
};

/** The month of a moment. */
export const monthAt = (moment: number): string => {
  const date = new Date(moment);
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`;
};
