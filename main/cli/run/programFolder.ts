import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// main/cli/run/ in the source, dist/cli/ in the bundle: both know how far up the project lies.
const root = new URL(import.meta.url.endsWith('.ts') ? '../../../' : '../../', import.meta.url);

/** Absolute path of something that was built: `builtFile('renderer')` is the folder with the window. */
export const builtFile = (name: string): string => fileURLToPath(new URL(`dist/${name}`, root));

/** The version of this program, as its package says. */
export const programVersion = (): string => z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))).version;
