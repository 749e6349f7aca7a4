import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordPageSchema } from '../../main/contract/index.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';

let folder = '';
let data = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-search-'));
  data = join(folder, 'desk');
  await quietbell(['site', 'create', '--name', 'Library', '--station', 'Desk 1', '--data', data]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (title: string, account: string): Promise<string> => answered(answers.file, await quietbell(['file', '-', '--json', '--data', data], { input: JSON.stringify({ title, account }) })).id;
const search = async (text: string, program?: string) => answered(recordPageSchema, await quietbell(['incidents', '--search', text, '--json', '--data', data], program === undefined ? {} : { program }));

describe('searching the records from the command line', () => {
  it('finds what was filed while no station ran, and what is filed while one runs', async () => {
    const first = await file('Trouble at the Café', 'A man shouted at Müller.');
    expect(await search('muller shou')).toMatchObject({ total: 1, indexed: 1, of: 1, lines: [{ incident: { id: first } }] });
    const station = await startStation({ data });
    const second = await file('Broken window', 'By the café.');
    await expect.poll(async () => (await search('cafe')).lines.map(({ incident }) => incident.id), { timeout: 10_000 }).toEqual([first, second]);
    expect(await station.stop()).toBe(0);
  });

  it('is done from the source as well, and after the station was killed', async () => {
    const program = fileURLToPath(new URL('../../main/cli/quietbell.mjs', import.meta.url));
    const killed = await startStation({ data, program });
    expect(await search('window', program)).toMatchObject({ total: 1 });
    await killed.stop('SIGKILL');
    const station = await startStation({ data, program });
    expect(await search('window', program)).toMatchObject({ total: 1, indexed: 2, of: 2 });
    await station.stop();
    expect(answered(answers.verify, await quietbell(['verify', '--json', '--data', data])).ok).toBe(true);
  });

  it('shows people what was found between asterisks, and says when there is nothing', async () => {
    expect((await quietbell(['incidents', '--search', 'muller', '--data', data])).stdout).toContain('shouted at *Müller*.');
    expect((await quietbell(['incidents', '--search', '"zebra', '--data', data])).stdout).toContain('Nothing was found.');
  });
});
