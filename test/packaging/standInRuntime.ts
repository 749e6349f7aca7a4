import { appendFile, chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Marks the place in Electron's program where its fuses follow: version, number, and a character each (`0` is shut). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fusesOfElectron45 = 9;

/**
 * Makes a folder that electron-builder takes for an unpacked Electron: a program that does nothing, with a place for the
 * fuses. It shows that the packaging is wired; how a real Electron behaves it cannot show.
 */
export const makeStandInRuntime = async (folder: string, version: string): Promise<void> => {
  for (const name of ['resources', 'locales']) await mkdir(join(folder, name), { recursive: true });
  const program = join(folder, 'electron');
  await copyFile('/bin/true', program);
  await appendFile(program, Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fusesOfElectron45]), Buffer.from('0'.repeat(fusesOfElectron45))]));
  await chmod(program, 0o755);
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'locales', 'en-GB.pak'), '');
};
