/**
 * Everything in `dist/` that runs outside of the window. The window itself is built beside it from `renderer/vite.config.ts`;
 * `build.ts` does both.
 *
 * ```
 * dist/electron/main.js      the Electron host            dist/cli/quietbell.js    the command line
 * dist/electron/preload.cjs  its preload (sandboxed)      dist/shared/             code that several of them share
 * dist/electron/station.js   the station's process        dist/procedures/         the procedures, as files to read
 * dist/ledger/searchWorker.js, the thread that searches; backupWorker.js, the one that makes backups; checkpointWorker.js, the one that empties the WAL
 * dist/document/documentWorker.js, the thread that makes PDFs and bundles, with its typeface and what goes into bundles
 * dist/renderer/             the window (not made here)   dist/THIRD-PARTY.md      licences of what was bundled
 * ```
 */
import { chmod, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Native packages find their compiled parts beside themselves; `electron` is the runtime's own. */
const external = ['electron', 'better-sqlite3', 'node-hid'];

const common = {
  configFile: false,
  root,
  logLevel: 'warn',
  ssr: { noExternal: true, external },
} satisfies InlineConfig;

const bundleNodePrograms = (): Promise<unknown> =>
  build({
    ...common,
    // Packages that were written for CommonJS ask for it; none of them reads anything there.
    define: { __dirname: 'import.meta.dirname' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: dist,
      emptyOutDir: false,
      minify: false,
      license: { fileName: 'THIRD-PARTY.md' },
      rolldownOptions: {
        input: {
          'electron/main': join(root, 'main/electron/main.ts'),
          'electron/station': join(root, 'main/electron/station.ts'),
          'cli/quietbell': join(root, 'main/cli/quietbell.ts'),
          'ledger/searchWorker': join(root, 'main/ledger/searchWorker.ts'),
          'ledger/backupWorker': join(root, 'main/ledger/backupWorker.ts'),
          'ledger/checkpointWorker': join(root, 'main/ledger/checkpointWorker.ts'),
          'document/documentWorker': join(root, 'main/document/documentWorker.ts'),
        },
        // Every file lies one folder deep: paths relative to `import.meta.url` mean the same in all of them.
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'shared/[name]-[hash].js',
          banner: ({ name }) => (name === 'cli/quietbell' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });

/** A sandboxed preload must be one CommonJS file. */
const bundlePreload = (): Promise<unknown> =>
  build({
    ...common,
    build: {
      ssr: true,
      target: 'chrome140',
      outDir: dist,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { input: { 'electron/preload': join(root, 'main/electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });

const copyProcedures = async (): Promise<void> => {
  const from = join(root, 'main/core/procedure');
  await mkdir(join(dist, 'procedures'), { recursive: true });
  for (const name of await readdir(from)) if (name.endsWith('.yaml')) await cp(join(from, name), join(dist, 'procedures', name));
};

/** What documents are made with besides the program: the typeface with its licence, and what goes into each bundle. */
const copyDocumentParts = async (): Promise<void> => {
  const fonts = join(root, 'node_modules/@expo-google-fonts/inter');
  await mkdir(join(dist, 'document/fonts'), { recursive: true });
  for (const name of ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf', 'LICENSE_FONT']) await cp(join(fonts, name), join(dist, 'document/fonts', basename(name)));
  for (const name of ['VERIFY.md', 'check.py']) await cp(join(root, 'main/document/bundle', name), join(dist, 'document', name));
};

/** Makes everything in `dist/` but the window, anew. */
export const bundlePrograms = async (): Promise<void> => {
  for (const folder of ['electron', 'cli', 'ledger', 'document', 'shared', 'procedures']) await rm(join(dist, folder), { recursive: true, force: true });
  await bundleNodePrograms();
  await bundlePreload();
  await copyProcedures();
  await copyDocumentParts();
  await chmod(join(dist, 'cli/quietbell.js'), 0o755);
};
