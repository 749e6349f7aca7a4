import { statfsSync } from 'node:fs';

/** Bytes that this account may still write to the disk of a folder. Throws what the disk throws. */
export const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};
