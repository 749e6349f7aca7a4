/** Every file beside the backups is read to its end once in this time. Milliseconds. */
const cycle = 30 * 24 * 3_600_000;

/**
 * Whether it is this file's turn to be read again: each has a moment of its own within the cycle, and the first backup after that moment reads it. So a night has a thirtieth
 * of them to read, nobody has to note which were, and a night that was missed is made up for.
 *
 * @param id of the attachment; its last digits are random
 * @param since when the backup before this one was made, in milliseconds since the epoch; null when there was none
 */
export const isReadAgain = (id: string, since: number | null, at: number): boolean => {
  if (since === null || since >= at) return false;
  const moment = (Number.parseInt(id.slice(-4), 16) / 0x1_0000) * cycle;
  return Math.floor((at - moment) / cycle) > Math.floor((since - moment) / cycle);
};
