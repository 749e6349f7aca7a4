/** A mail server that takes connections and never says a word, in the plan of a station that runs as a process of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startHttpPeer } from '../support/channel/httpPeer.ts';
import { startTcpPeer } from '../support/channel/smtpPeer.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';

const soon = { timeout: 40_000, interval: 200 };
const attemptsOf = z.object({ alarms: z.array(z.object({ id: z.string(), attempts: z.array(z.object({ channel: z.string(), outcome: z.string(), answer: z.string(), duration: z.number() })) })) });

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

it('a mail server that hangs holds up neither the webhook, nor the next press, nor the station’s end; its silence is on the record and a fault', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quietbell-hanging-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  const hanging = await startTcpPeer();
  cleanUp.push(hanging.close);
  const room = await startHttpPeer(null);
  cleanUp.push(room.close);
  const type = (...args: readonly string[]) => quietbell([...args, '--json', '--data', join(folder, 'desk')]);
  const save = async (name: string, lines: readonly string[]): Promise<void> => {
    await writeFile(join(folder, name), lines.join('\n'));
    expect(await type('channel', 'save', join(folder, name))).toMatchObject({ code: 0 });
  };
  answered(answers.membership, await type('site', 'create', '--name', 'Riverside Library', '--station', 'Front desk'));
  await save('mail.yaml', ['id: mail', 'name: Mail', 'settings:', '  type: email', '  host: 127.0.0.1', `  port: ${hanging.port}`, '  from: a@example.org', '  to: [b@example.org]']);
  await save('room.yaml', ['id: room', 'name: Room', 'settings:', '  type: webhook', `  url: http://127.0.0.1:${room.port}/`]);
  await writeFile(join(folder, 'plans.yaml'), ['plans:', '  - id: all', '    name: All', '    steps:', '      - after: 0', '        recipients: [{ to: everyone }, { to: channel, channel: mail }, { to: channel, channel: room }]', ''].join('\n'));
  expect(await type('plan', 'import', join(folder, 'plans.yaml'))).toMatchObject({ code: 0 });
  const station = await startStation({ data: join(folder, 'desk') });
  cleanUp.push(() => station.stop('SIGKILL'));

  const { alarm } = answered(answers.press, await type('press', '--level', 'assist'));
  await vi.waitFor(() => expect(room.requests.some(({ body }) => body.includes('"raised"'))).toBe(true), soon);
  answered(answers.press, await type('press', '--level', 'emergency'));
  await vi.waitFor(() => expect(room.requests.some(({ body }) => body.includes('"raised-to-emergency"'))).toBe(true), soon);
  expect(hanging.connections()).toBeGreaterThan(0);

  await vi.waitFor(async () => {
    const attempts = answered(attemptsOf, await type('alarms')).alarms.find(({ id }) => id === alarm)?.attempts ?? [];
    expect(attempts.find(({ channel }) => channel === 'mail')).toMatchObject({ outcome: 'failed', answer: 'No answer within 20 seconds.' });
  }, soon);
  await vi.waitFor(async () => expect((await type('status')).stdout).toContain('No answer within 20 seconds.'), soon);

  await type('press', '--level', 'emergency');
  expect(await station.stop()).toBe(0);
  await vi.waitFor(() => expect(hanging.connections()).toBe(0), soon);
});
