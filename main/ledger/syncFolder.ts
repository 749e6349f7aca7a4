import { closeSync, fsyncSync, openSync } from 'node:fs';

/** So that a new name survives a power cut too, where the system can do that. */
export const syncFolder = (folder: string): void => {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows has no such thing, and some network shares refuse it.
  }
};
