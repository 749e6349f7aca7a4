import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Absolute path of the data folder: as told, else `QUIETBELL_DATA`, else where this system keeps programs' data. */
export const chooseDataFolder = (told: string | undefined, environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home = homedir()): string => {
  const named = told ?? environment['QUIETBELL_DATA'];
  if (named) return resolve(named);
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Quietbell');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Quietbell');
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'quietbell');
};
