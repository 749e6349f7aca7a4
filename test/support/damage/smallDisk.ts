import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small disk of its own: an ext4 file system in a file. Made and mounted by root alone. */
export interface SmallDisk {
  readonly path: string;
  /** Writes until not one byte more fits. */
  readonly fill: () => void;
  readonly free: () => void;
  /** The file keeps its content and takes no write, not even from whoever has it open. */
  readonly makeReadOnly: (...names: readonly string[]) => void;
  readonly makeWritable: (...names: readonly string[]) => void;
  readonly remove: () => void;
}

/** Why there can be no small disk here; null when there can. */
export const noSmallDisk = (): string | null => (process.platform !== 'linux' ? 'needs Linux' : process.getuid?.() !== 0 ? 'mounting a small disk needs root' : null);

export const makeSmallDisk = (folder: string, megabytes: number): SmallDisk => {
  const image = join(folder, 'disk.img');
  const path = join(folder, 'disk');
  const filler = join(path, 'filler');
  const descriptor = openSync(image, 'w');
  ftruncateSync(descriptor, megabytes * 1024 * 1024);
  closeSync(descriptor);
  mkdirSync(path);
  // Nothing is kept back for root: full is full.
  execFileSync('mkfs.ext4', ['-q', '-m', '0', image]);
  execFileSync('mount', ['-o', 'loop', image, path]);
  const attribute = (change: string, names: readonly string[]): void => void execFileSync('chattr', [change, ...names.map((name) => join(path, name))]);
  return {
    path,
    fill: () => {
      const into = openSync(filler, 'a');
      for (let size = 1024 * 1024; size >= 1; ) {
        try {
          writeSync(into, Buffer.alloc(size));
        } catch {
          size = Math.floor(size / 2);
        }
      }
      closeSync(into);
    },
    free: () => rmSync(filler),
    makeReadOnly: (...names) => attribute('+i', names),
    makeWritable: (...names) => attribute('-i', names),
    remove: () => {
      // A process that was killed a moment ago may still hold it.
      execFileSync('umount', ['-l', path]);
      rmSync(image);
    },
  };
};
