import { createServer } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { quietbell, startStation } from '../support/stationProcess.ts';

const answer = z.object({ ok: z.boolean(), checks: z.array(z.object({ what: z.string(), state: z.enum(['works', 'lacks', 'fails']), found: z.string(), remedy: z.string() })) });
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-doctor-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const examine = async (data: string) => {
  const { code, json } = await quietbell(['doctor', '--json', '--data', data]);
  const { ok, checks } = answer.parse(json);
  return { code, ok, stateOf: Object.fromEntries(checks.map(({ what, state }) => [what, state])), checks };
};

describe('what would work on this machine', () => {
  it('is said before anything is set up, and nothing is made for it', async () => {
    const data = join(folder, 'nothing', 'yet');
    const { code, ok, stateOf } = await examine(data);
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    expect(stateOf).toMatchObject({ Node: 'works', 'data folder': 'works', disk: 'works', database: 'works', port: 'works', clock: 'works', station: 'lacks' });
    expect((await quietbell(['status', '--json', '--data', data])).errorJson).toMatchObject({ error: { type: 'SiteMissing' } });
  });

  it('names the port that another program has, with exit status 1', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await writeFile(join(folder, 'station.yaml'), `listen: 127.0.0.1:${port}\n`);
    const { code, stateOf, checks } = await examine(folder);
    other.close();
    expect({ code, port: stateOf['port'] }).toEqual({ code: 1, port: 'fails' });
    expect(checks.find(({ what }) => what === 'port')?.remedy).toContain('station.yaml');
  });

  it('names what is wrong in station.yaml', async () => {
    await writeFile(join(folder, 'station.yaml'), 'lisen: 127.0.0.1:7411\n');
    expect(await examine(folder)).toMatchObject({ code: 1, stateOf: { 'station.yaml': 'fails' } });
  });

  it('knows a station that runs', async () => {
    const data = join(folder, 'desk');
    await quietbell(['site', 'create', '--name', 'Library', '--station', 'Desk', '--data', data]);
    const desk = await startStation({ data });
    expect(await examine(data)).toMatchObject({ ok: true, stateOf: { station: 'works', port: 'works' } });
    await desk.stop();
  });

  it('is a table for people, with what to do below', async () => {
    const { stdout } = await quietbell(['doctor', '--data', join(folder, 'nothing')]);
    expect(stdout).toMatch(/^CHECK +STATE +FOUND\nNode +works +v/);
  });
});
