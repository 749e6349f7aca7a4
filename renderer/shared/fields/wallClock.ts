/** A moment by the clock on the wall of this desk, to the minute: `2026-11-30T14:05`. */
export const toWallClock = (moment: string | Date): string => {
  const date = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** The moment at which that clock shows this, in UTC. */
export const fromWallClock = (wall: string): string => new Date(wall).toISOString();

export const dayOnTheWall = (moment: string | Date): string => toWallClock(moment).slice(0, 10);
