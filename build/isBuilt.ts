import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `npm run build` makes, by one file of each, with the folders that it is made from. */
const sources = {
  'cli/quietbell.js': ['main', 'native', 'build'],
  'electron/main.js': ['main', 'native', 'build'],
  'renderer/index.html': ['renderer', 'main/contract'],
} as const;

export type Built = keyof typeof sources;

export const builtPath = (name: Built): string => join(root, 'dist', name);

/** `stale`: something it was made from is newer. */
export const buildState = (name: Built): 'fresh' | 'stale' | 'missing' => {
  const builtAt = timeOf(builtPath(name));
  if (builtAt === 0) return 'missing';
  return builtAt < Math.max(...[...sources[name].map(newestIn), timeOf(join(root, 'package-lock.json'))]) ? 'stale' : 'fresh';
};

const newestIn = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(\.(ts|tsx|css|html|yaml|py)|VERIFY\.md)$/.test(entry.name))
      .map((entry) => timeOf(join(entry.parentPath, entry.name))),
  );

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
