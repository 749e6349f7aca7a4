import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Absolute path of something that `npm run build` made. Throws when it is missing or older than the source, so that no test passes on old code. */
export const builtProgram = (name: 'cli/quietbell.js' | 'electron/main.js' | 'renderer/index.html'): string => {
  const file = join(root, 'dist', name);
  const builtAt = timeOf(file);
  const newest = Math.max(...(name.startsWith('renderer/') ? ['renderer', 'main/contract'] : ['main', 'native']).map(newestIn));
  if (builtAt < newest) throw new Error(`dist/${name} is ${builtAt === 0 ? 'missing' : 'older than the source'}: type \`npm run build\` first.`);
  return file;
};

const newestIn = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|css|html|yaml)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => timeOf(join(entry.parentPath, entry.name))),
  );

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
