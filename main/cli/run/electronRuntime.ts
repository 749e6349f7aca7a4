import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Absolute path of Electron's program; null where its runtime is not installed. The package `electron` comes without it and
 * would download it on first use: this only looks.
 */
export const findElectron = (environment: NodeJS.ProcessEnv = process.env): string | null => {
  // The installed program: the command itself is run by Electron's own Node.
  if (process.versions['electron'] !== undefined) return process.execPath;
  const folder = electronPackage();
  const elsewhere = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const dist = elsewhere ?? (folder === null ? null : join(folder, 'dist'));
  if (dist === null) return null;
  const program = join(dist, programName(folder));
  return existsSync(program) ? program : null;
};

/** Milliseconds to find out that there is no way to the download, and for the download itself. */
const lookupPatience = 3000;
const downloadPatience = 10 * 60_000;

/** Downloads the runtime with Electron's own installer. False when there is no network, no package, or it fails. */
export const downloadElectron = async (): Promise<boolean> => {
  const folder = electronPackage();
  if (folder === null || !(await isReachable(new URL(process.env['ELECTRON_MIRROR'] ?? 'https://github.com').hostname))) return false;
  return new Promise((resolve) => {
    // Its progress belongs to people: standard output is for the answer.
    const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', process.stderr, process.stderr], timeout: downloadPatience });
    installer.on('error', () => resolve(false));
    installer.on('close', (code) => resolve(code === 0));
  });
};

const electronPackage = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
};

/** Electron's installer writes the name down; before that it is the one of the platform. */
const programName = (folder: string | null): string => {
  const written = folder === null ? null : join(folder, 'path.txt');
  if (written !== null && existsSync(written)) return readFileSync(written, 'utf8').trim();
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
};

const isReachable = (host: string): Promise<boolean> => {
  const tooLate = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), lookupPatience).unref());
  const found = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([found, tooLate]);
};
