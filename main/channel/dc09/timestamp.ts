/** `_HH:MM:SS,MM-DD-YYYY` in UTC, from milliseconds since the epoch: how SIA DC-09 ends a message. */
export const writeTimestamp = (at: number): string => {
  const [, year = '', month = '', day = '', time = ''] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(new Date(at).toISOString()) ?? [];
  return `_${time},${month}-${day}-${year}`;
};

/** Milliseconds since the epoch; null for what is no moment. */
export const readTimestamp = (text: string): number | null => {
  const [, time, month, day, year] = /^_(\d\d:\d\d:\d\d),(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? [];
  if (time === undefined) return null;
  const at = Date.parse(`${year}-${month}-${day}T${time}Z`);
  // The 31st of February is read as a day in March by some: only what is written back the same is a moment.
  return Number.isNaN(at) || writeTimestamp(at) !== text ? null : at;
};
