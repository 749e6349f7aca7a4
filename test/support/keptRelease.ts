import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { keptStations } from '../releases/siteStory.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const releases = join(root, 'test/releases');

/** The releases that left something behind (`test/releases/README.md`), oldest first. */
export const keptReleases: readonly string[] = readdirSync(releases, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Copies a data folder of that release. */
export const copyKeptData = async (release: string, station: keyof typeof keptStations, to: string): Promise<void> =>
  cp(join(releases, release, keptStations[station]), to, { recursive: true });

/** What it showed of its site in the end; unparsed. */
export const shownByRelease = async (release: string): Promise<unknown> => JSON.parse(await readFile(join(releases, release, 'shown.json'), 'utf8'));

/** Unpacks the program of that release into a folder. Returns what `startStation` and `quietbell` take for another build. */
export const unpackKeptProgram = async (release: string, folder: string): Promise<string> => {
  const packed = brotliDecompressSync(await readFile(join(releases, release, 'program.json.br'))).toString('utf8');
  for (const [path, text] of Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(packed)))) {
    const file = join(folder, 'dist', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'quietbell', version: `${release}.0`, type: 'module' }));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return join(folder, 'dist/cli/quietbell.js');
};
