import { existsSync } from 'node:fs';
import { z } from 'zod';
import { done, failed } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import type { Terminal } from '../terminal.ts';
import { downloadElectron, findElectron } from './electronRuntime.ts';
import { builtFile } from './programFolder.ts';

export const hostSchema = z.enum(['electron', 'browser', 'none']);

export type Host = { readonly host: 'electron'; readonly electron: string } | { readonly host: 'browser' | 'none' };

/**
 * The host that was asked for. Null: Electron where its runtime is, or can be downloaded by somebody who looks on; else the browser,
 * which shows the same desk. `FileUnreadable` when Electron was demanded and is not to be had.
 */
export const chooseHost = async (asked: z.infer<typeof hostSchema> | null, terminal: Terminal): Promise<Result<Host>> => {
  if (asked === 'browser' || asked === 'none') return done({ host: asked });
  const built = existsSync(builtFile('electron/main.js'));
  const electron = built ? (findElectron() ?? (await downloaded(asked !== null, terminal))) : null;
  if (electron !== null) return done({ host: 'electron', electron });
  const reason = built ? "Electron's runtime is not installed here and cannot be downloaded" : 'the Electron window is not built';
  if (asked === null) {
    terminal.progress(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}: showing the same desk in this machine's browser.`);
    return done({ host: 'browser' });
  }
  return failed('FileUnreadable', `The desk cannot be shown in Electron: ${reason}.`, built ? 'Type `npx install-electron --no` where there is a network, or use --host browser.' : 'Type `npm run build`, or use --host browser.');
};

/** Only where somebody waits for it: a start without a person must not hang on a network. */
const downloaded = async (demanded: boolean, terminal: Terminal): Promise<string | null> => {
  if (!demanded && (terminal.json || !process.stdin.isTTY || !process.stderr.isTTY)) return null;
  terminal.progress("Electron's runtime is not installed yet: trying to download it once…");
  return (await downloadElectron()) ? findElectron() : null;
};
