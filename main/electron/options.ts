import { parseArgs } from 'node:util';
import { chooseDataFolder } from '../control/chooseDataFolder.ts';

export interface HostOptions {
  /** Absolute. */
  readonly dataFolder: string;
  /** `host:port` for the other stations; null: as configured. */
  readonly listen: string | null;
  /** An ordinary window instead of the whole screen, for trying things out. */
  readonly windowed: boolean;
}

/**
 * The options of the Electron host: `--data DIR --listen HOST:PORT --windowed`. Others are Chromium's and stay untouched;
 * whoever starts us through the `quietbell` command has had wrong ones refused there.
 */
export const readOptions = (argv: readonly string[]): HostOptions => {
  const { values } = parseArgs({ args: [...argv], options: { data: { type: 'string' }, listen: { type: 'string' }, windowed: { type: 'boolean' } }, strict: false });
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  return { dataFolder: chooseDataFolder(text(values.data)), listen: text(values.listen) ?? null, windowed: values.windowed === true };
};
