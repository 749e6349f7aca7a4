import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRendererFiles } from '../../../main/control/rendererFiles.ts';
import { answerFrom } from '../../../main/electron/deskProtocol.ts';

let folder = '';
let answer: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-desk-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>the desk');
  await writeFile(join(folder, 'renderer', 'assets', 'desk.js'), 'export {}');
  const files = await listRendererFiles(join(folder, 'renderer'));
  if (!files.ok) throw new Error(files.error.message);
  answer = answerFrom(files.value);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the window’s own protocol', () => {
  it('serves the built window under a policy that runs no foreign and no inline script', async () => {
    const response = await answer(new Request('quietbell://desk/'));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('the desk');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self';/);
  });

  it('serves its scripts as scripts', async () => {
    const response = await answer(new Request('quietbell://desk/assets/desk.js'));
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['quietbell://desk/../secret.html', 'quietbell://desk/..%2fsecret.html', 'quietbell://desk/%2e%2e/secret.html', 'quietbell://desk/assets/..%5c..%5csecret.html', 'quietbell://desk/missing.js', 'quietbell://elsewhere/index.html'])(
    'answers nothing from outside: %s',
    async (url) => expect((await answer(new Request(url))).status).toBe(404),
  );

  it('takes no other method', async () => expect((await answer(new Request('quietbell://desk/', { method: 'POST' }))).status).toBe(404));
});
