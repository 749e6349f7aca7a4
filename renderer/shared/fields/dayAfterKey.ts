/** Where a key leads to in a calendar: days with left and right, weeks with up and down, months with the page keys; null for all others. */
export const dayAfterKey = (day: string, key: string): string | null => {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  const months = { PageUp: -1, PageDown: 1 }[key];
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  if (days !== undefined) return new Date(Date.UTC(year, month - 1, of + days)).toISOString().slice(0, 10);
  if (months === undefined) return null;
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10);
};
