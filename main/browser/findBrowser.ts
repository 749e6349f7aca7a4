import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Absolute path of a Chromium, Chrome or Edge of this machine; null when there is none. `QUIETBELL_BROWSER` names another one. */
export const findBrowser = (environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null =>
  candidates(environment, platform).find(isExecutable) ?? null;

/** Whether a window could be seen at all: on Linux a terminal may have no screen. */
export const hasDisplay = (environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean =>
  platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);

const candidates = (environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] => {
  const chosen = environment['QUIETBELL_BROWSER'];
  if (chosen) return [chosen];
  if (platform === 'darwin') return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return roots.flatMap((root) => ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'].map((file) => join(root, file)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
