import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../main/cli/readInput.ts';
import { channelInputSchema } from '../../../main/contract/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-input-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (content: string) => {
  const file = join(folder, 'channel.yaml');
  await writeFile(file, content);
  return readDocument(file, channelInputSchema);
};
const good = ['id: guard', 'name: Security by e-mail', 'settings:', '  type: email', '  host: mail.example.org', '  from: desk@example.org', '  to:', '    - guard@example.org'];

describe('a channel in a file', () => {
  it('is YAML, or JSON, and has its defaults', async () => {
    expect(await read(good.join('\n'))).toMatchObject({ ok: true, value: { id: 'guard', safeForDrills: false, settings: { port: 587, security: 'starttls' } } });
    expect(await read('{"id":"lamp","name":"Lamp","settings":{"type":"syslog","host":"logs"}}')).toMatchObject({ ok: true, value: { settings: { port: 6514 } } });
  });

  it('that is wrong names the line and the field', async () => {
    expect(await read(good.with(7, '    - nobody').join('\n'))).toMatchObject({ ok: false, error: { type: 'InputInvalid', message: expect.stringMatching(/channel\.yaml, line 8: settings\.to\.0: /), field: 'settings.to.0' } });
    expect(await read(good.toSpliced(4, 1).join('\n'))).toMatchObject({ ok: false, error: { message: expect.stringMatching(/line 4: settings\.host: /) } });
    expect(await read(`${good.join('\n')}\n  surprise: 1`)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/surprise/) } });
  });

  it('that cannot be read says why', async () => {
    expect(await read('a: [1')).toMatchObject({ ok: false, error: { type: 'FileUnreadable', message: expect.stringMatching(/neither YAML nor JSON.*line/) } });
    expect(await readDocument(join(folder, 'none.yaml'), channelInputSchema)).toMatchObject({ ok: false, error: { type: 'FileUnreadable', message: expect.stringContaining('cannot be read') } });
  });
});
