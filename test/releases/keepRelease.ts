/**
 * Keeps what a release leaves behind, for the tests of all later ones: `node test/releases/keepRelease.ts`, to be run once, at the commit of
 * the release, after `npm ci`. What it makes is described in `README.md` beside it.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { programVersion } from '../../main/cli/run/programFolder.ts';
import { eventBodies } from '../../main/core/event/catalogue.ts';
import { subjectOf } from '../../main/core/event/subject.ts';
import { decodeEvent } from '../../main/ledger/encoding.ts';
import { databaseKeyFromFile, openDataFolder } from '../../main/station/storage/dataFolder.ts';
import { openStorage } from '../../main/station/storage/storage.ts';
import { toHex } from '../../main/platform/primitives.ts';
import type { Result } from '../../main/contract/problem.ts';
import { silentLog } from '../support/ledger/testLedger.ts';
import { keptStations, playSiteStory } from './siteStory.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const have = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** The command-line program as one compressed document: path in `dist/` to text. Minified, because it is kept for ever. */
const packProgram = async (): Promise<Uint8Array> => {
  const outDir = await mkdtemp(join(tmpdir(), 'quietbell-release-'));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'node-hid'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: true,
      rolldownOptions: {
        input: { 'cli/quietbell': join(root, 'main/cli/quietbell.ts'), 'ledger/searchWorker': join(root, 'main/ledger/searchWorker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  });
  const files: Record<string, string> = {};
  for (const entry of await readdir(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(outDir.length + 1).replaceAll('\\', '/')] = await readFile(path, 'utf8');
  }
  for (const name of await readdir(join(root, 'main/core/procedure'))) if (name.endsWith('.yaml')) files[`procedures/${name}`] = await readFile(join(root, 'main/core/procedure', name), 'utf8');
  await rm(outDir, { recursive: true });
  const text = Buffer.from(JSON.stringify(files), 'utf8');
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
};

/** A renewal takes most of a year, so the present certificate is said to be one. Returns the kinds in the ledger. */
const finishLedger = async (path: string): Promise<ReadonlySet<string>> => {
  const folder = have(openDataFolder(path));
  const storage = have(openStorage({ folder, key: have(databaseKeyFromFile(folder)), clock: { now: Date.now }, log: silentLog, live: false }));
  const stored = storage.identity();
  if (stored === undefined) throw new Error('There is no station');
  const ledger = storage.openLedger(stored);
  const { id, certificate } = stored.identity.station;
  have(ledger.append([{ kind: 'CertificateRenewed', subject: subjectOf('station', id), body: { certificate: toHex(certificate) } }]));
  const kinds = [...ledger.have().keys()].flatMap((origin) => ledger.read(origin, 0, Number.POSITIVE_INFINITY).map(({ bytes }) => decodeEvent(bytes)?.kind ?? ''));
  await storage.close();
  folder.release();
  return new Set(kinds);
};

const [major = '', minor = ''] = programVersion().split('.');
const kept = join(root, 'test/releases', `${major}.${minor}`);
const folder = await mkdtemp(join(tmpdir(), 'quietbell-story-'));
const shown = await playSiteStory(folder);
const kinds = await finishLedger(join(folder, keptStations.front));
const absent = Object.keys(eventBodies).filter((kind) => !kinds.has(kind));
if (absent.length > 0) throw new Error(`The story writes no ${absent.join(', ')}`);
await mkdir(kept, { recursive: true });
for (const name of Object.values(keptStations)) {
  await mkdir(join(kept, name), { recursive: true });
  for (const file of ['ledger.db', 'ledger.key', 'identity.sealed']) await cp(join(folder, name, file), join(kept, name, file));
}
await writeFile(join(kept, 'shown.json'), `${JSON.stringify(shown, null, 2)}\n`);
await writeFile(join(kept, 'program.json.br'), await packProgram());
await rm(folder, { recursive: true });
console.error(`Kept in ${kept}: events of ${kinds.size} kinds, and the program.`);
