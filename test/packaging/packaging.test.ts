import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtProgram } from '../support/builtProgram.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';
import { makeStandInRuntime } from './standInRuntime.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');

describe('the packaged program', () => {
  let folder = '';
  let resources = '';
  /** The archive, laid out as Electron's own file system shows it, so that Node can run it. */
  let extracted = '';
  let version = '';

  beforeAll(async () => {
    builtProgram('cli/quietbell.js');
    builtProgram('renderer/index.html');
    folder = await mkdtemp(join(tmpdir(), 'quietbell-package-'));
    version = z.object({ electronVersion: z.string() }).parse(parse(await readFile(join(root, 'electron-builder.yml'), 'utf8'))).electronVersion;
    await makeStandInRuntime(join(folder, 'runtime'), version);
    await run(process.execPath, [builder, '--linux', '--dir', '--publish', 'never', `-c.electronDist=${join(folder, 'runtime')}`, `-c.directories.output=${join(folder, 'packages')}`], { cwd: root });
    resources = join(folder, 'packages', 'linux-unpacked', 'resources');
    extracted = join(folder, 'extracted');
    extractAll(join(resources, 'app.asar'), extracted);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const command = async (...args: readonly string[]): Promise<unknown> => {
    const { json, stderr } = await quietbell([...args, '--json', '--data', join(folder, 'data')], { program: join(extracted, 'dist/cli/quietbell.js'), cwd: folder });
    return json ?? expect.fail(`quietbell ${args.join(' ')}: ${stderr}`);
  };

  it('holds the station, the window, the command and the procedures', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining(['/dist/electron/main.js', '/dist/electron/preload.cjs', '/dist/electron/station.js', '/dist/cli/quietbell.js', '/dist/ledger/searchWorker.js', '/dist/ledger/checkpointWorker.js', '/dist/document/documentWorker.js', '/dist/document/check.py', '/dist/document/VERIFY.md', '/dist/document/fonts/Inter_400Regular.ttf', '/dist/document/fonts/LICENSE_FONT', '/dist/renderer/index.html', '/dist/procedures/get-help.yaml', '/LICENSE', '/dist/THIRD-PARTY.md']),
    );
    expect(files.some((file) => /^\/dist\/renderer\/assets\/.+\.js$/.test(file))).toBe(true);
  });

  it('starts with the Electron that the code was checked against', async () => {
    const installed = z.object({ version: z.string() }).parse(createRequire(import.meta.url)('electron/package.json'));
    expect(installed.version).toBe(version);
  });

  it('holds both compiled packages beside the archive, for this platform only', async () => {
    const compiled = (await readdir(join(resources, 'app.asar.unpacked'), { recursive: true })).filter((file) => file.endsWith('.node'));
    expect(compiled.toSorted()).toEqual([
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
      `node_modules/node-hid/prebuilds/HID-linux-${process.arch}/node-napi-v4.node`,
      `node_modules/node-hid/prebuilds/HID_hidraw-linux-${process.arch}/node-napi-v4.node`,
    ]);
  });

  it('holds no source, no test and no package that was bundled', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    expect(files.filter((file) => /\.(ts|tsx|map)$|^\/(main|test|renderer)\//.test(file))).toEqual([]);
    const packages = files.flatMap((file) => /^\/node_modules\/([^/]+)$/.exec(file)?.[1] ?? []);
    expect(packages.toSorted()).toEqual(['better-sqlite3', 'node-hid', 'pkg-prebuilds']);
  });

  it('brings the udev rule and the command', async () => {
    expect(await readFile(join(resources, '70-quietbell.rules'), 'utf8')).toContain('hidraw');
    expect((await stat(join(resources, 'bin', 'quietbell'))).mode & 0o111).not.toBe(0);
  });

  it('is a program whose fuses are shut, but for the one that the command needs', async () => {
    const wire = await getCurrentFuseWire(join(resources, '..', 'quietbell-desk'));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  });

  it('starts a station under Node, which makes a site and verifies its ledger', async () => {
    await command('site', 'create', '--name', 'Harbour library', '--station', 'Desk 1');
    expect(await command('status')).toMatchObject({ site: 'Harbour library', station: 'Desk 1' });
    expect(await command('verify')).toMatchObject({ ok: true, problems: [] });
  });

  it('runs it with its window and the compiled HID library', async () => {
    const station = await startStation({ data: join(folder, 'data'), args: ['--host', 'browser'], program: join(extracted, 'dist/cli/quietbell.js') });
    try {
      expect(station.up).toMatchObject({ station: 'Desk 1', site: 'Harbour library' });
      expect(await command('devices')).toHaveProperty('devices');
      expect((await fetch(station.up.window ?? '', { redirect: 'manual' })).status).toBe(303);
    } finally {
      await station.stop();
    }
  });
});
