import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../main/cli/runCommandLine.ts';
import { createTerminal } from '../../../main/cli/terminal.ts';

describe('quietbell staff', () => {
  let data = '';
  const type = async (...argv: string[]): Promise<string> => {
    let text = '';
    const stream = new Writable({ write: (chunk, _encoding, written) => ((text += String(chunk)), written()) });
    await runCommandLine([...argv, '--data', data], createTerminal(argv, stream, stream));
    return text;
  };

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'quietbell-staff-'));
    await type('site', 'create', '--name', 'Elm Library', '--station', 'Back office');
    await type('staff', 'add', '--name', 'Ben Ames', '--role', 'desk', '--pin', '2468');
  }, 60_000);
  afterAll(() => rm(data, { recursive: true, force: true }));

  it('forgets somebody who was removed, and nobody who can still sign in', async () => {
    const ben = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(await type('staff', 'list'))?.[0] ?? '';
    expect(await type('staff', 'forget', ben, '--reason', 'request')).toMatch(/can still sign in[\s\S]*Remove them first/);
    await type('staff', 'remove', ben);
    expect(await type('staff', 'forget', ben, '--reason', 'boredom')).not.toMatch(/is forgotten/);
    expect(await type('staff', 'forget', ben, '--reason', 'request')).toMatch(/That person is forgotten/);
    expect(await type('erasures')).toMatch(new RegExp(`request .*staff +${ben}`));
  });
});
