import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../main/cli/runCommandLine.ts';
import { createTerminal } from '../../../main/cli/terminal.ts';

describe('quietbell retention', () => {
  let data = '';
  const type = async (...argv: string[]): Promise<string> => {
    let text = '';
    const stream = new Writable({ write: (chunk, _encoding, written) => ((text += String(chunk)), written()) });
    await runCommandLine([...argv, '--data', data], createTerminal(argv, stream, stream));
    return text;
  };

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'quietbell-retention-'));
    await type('site', 'create', '--name', 'Elm Library', '--station', 'Back office');
  }, 60_000);
  afterAll(() => rm(data, { recursive: true, force: true }));

  it('says how long what is kept, changes what is named, and says what that would erase', async () => {
    expect(await type('retention', 'show')).toMatch(/records +kept\n[\s\S]*No night was looked through yet/);
    expect(await type('retention', 'set', '--incidents', '24', '--practice', '1')).toMatch(/records +24 months\n.*kept\n.*1 months/);
    expect(await type('retention', 'set', '--incidents', 'keep')).toMatch(/records +kept\n[\s\S]*1 months/);
    expect(await type('retention', 'set', '--category', 'theft=12', '--category', 'noise=keep')).toMatch(/records of theft +12 months\nrecords of noise +kept/);
    expect(await type('retention', 'set', '--drafts', '3')).toMatch(/drafts +3 months/);
    expect(await type('retention', 'show')).toMatch(/Each station erases its own drafts/);
    expect(await type('retention', 'set', '--category', 'noise=same')).not.toMatch(/noise/);
    expect(await type('retention', 'preview', '--incidents', '1')).toMatch(/^Now: nothing\nNothing else within a year\./);
  });

  it('erases nothing by itself before somebody said that they have looked', async () => {
    expect(await type('retention', 'carry-out')).toMatch(/Look at quietbell retention preview/);
    expect(await type('retention', 'carry-out', '--yes')).toMatch(/Nothing was due/);
    expect(await type('retention', 'set', '--incidents', 'forever')).toMatch(/must be a number of months, or keep/);
    expect(await type('retention', 'set', '--incidents', '0')).toMatch(/At least one month/);
  });
});
