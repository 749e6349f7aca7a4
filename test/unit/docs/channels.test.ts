import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { channelInputSchema } from '../../../main/contract/channel.ts';
import { startHttpPeer } from '../../support/channel/httpPeer.ts';
import { callForHelp, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';

const read = (): Promise<string> => readFile(new URL('../../../docs/channels.md', import.meta.url), 'utf8');
const blocks = (text: string, language: string): readonly string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);

const headersOf = (headers: object): Record<string, string> => z.record(z.string(), z.string()).parse(headers);
const exampleSchema = z.object({ accept: z.custom<(key: string, headers: Record<string, string>, body: string, now?: number) => string>((value) => typeof value === 'function') });

describe('docs/channels.md', () => {
  it('has files that can be saved as they stand', async () => {
    const files = blocks(await read(), 'yaml');
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) expect(channelInputSchema.safeParse(parse(file)).error).toBeUndefined();
  });

  it('has an example that takes a signed webhook once, and neither a forged nor an old one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quietbell-docs-'));
    const server = await startHttpPeer(null);
    // Two stations that both send it.
    const couriers = [1, 2].map(() => testCourier([usableChannel('hook', { type: 'webhook', url: `http://127.0.0.1:${server.port}/` }, { signingKey: 'key' })]));
    try {
      const [example = ''] = blocks(await read(), 'js verify');
      await writeFile(join(folder, 'verify.mjs'), example);
      const { accept } = exampleSchema.parse(await import(pathToFileURL(join(folder, 'verify.mjs')).href));
      for (const courier of couriers) await courier.attempt('hook', callForHelp, 1);
      const [first, again] = server.requests.map(({ headers, body }) => ({ headers: headersOf(headers), body }));
      if (first === undefined || again === undefined) throw new Error('Both were sent');
      expect(accept('another key', first.headers, first.body)).toBe('not ours');
      expect(accept('key', first.headers, `${first.body} `)).toBe('not ours');
      expect(accept('key', first.headers, first.body, Date.now() + 301_000)).toBe('too old');
      expect(accept('key', first.headers, first.body)).toBe('new');
      expect(accept('key', again.headers, again.body)).toBe('had it');
    } finally {
      for (const courier of couriers) await courier.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
