import type { Result } from '../contract/index.ts';
import { connectControl } from './connectControl.ts';

/** Milliseconds: the longest wait for a folder, and between two attempts. */
const patience = 5000;
const pause = 100;

/**
 * Opens a data folder, and waits a little while a command holds it: a desk must not stay shut because somebody asked for its
 * status in the very moment of its start. A station that runs there is not waited for. The result is that of the last attempt.
 */
export const openWhenFree = async <Value>(dataFolder: string, open: () => Promise<Result<Value>>): Promise<Result<Value>> => {
  const deadline = performance.now() + patience;
  for (;;) {
    const opened = await open();
    const busy = !opened.ok && opened.error.type === 'DataFolderInUse';
    if (!busy || performance.now() > deadline) return opened;
    const running = await connectControl(dataFolder);
    if (running !== null) {
      running.close();
      return opened;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
