/** A moment as an `<input type="datetime-local">` holds it: wall-clock time of this desk, to the minute. */
export const toLocalInput = (moment: string | null): string => {
  if (moment === null) return '';
  const date = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** The moment that was typed, in UTC; null while the field is empty or half filled. */
export const fromLocalInput = (text: string): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};
