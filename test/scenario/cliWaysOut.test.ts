/** Ways out of the site and plans, set up and tried from the command line, against a real SMTP server. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startSmtpPeer } from '../support/channel/smtpPeer.ts';
import type { SmtpPeer } from '../support/channel/smtpPeer.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';
import type { CommandSettings, StationProcess } from '../support/stationProcess.ts';

const password = 'correct horse battery staple';
const soon = { timeout: 30_000, interval: 200 };
const channelsAnswer = z.object({ channels: z.array(z.object({ id: z.string(), secretsSet: z.array(z.string()), safeForDrills: z.boolean() })) });

let folder = '';
let desk: StationProcess;
let smtp: SmtpPeer;
const type = (args: readonly string[], settings?: CommandSettings) => quietbell([...args, '--json', '--data', join(folder, 'desk')], settings);
const inFile = async (name: string, lines: readonly string[]): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, lines.join('\n'));
  return file;
};
const mailChannel = (more: readonly string[] = []): readonly string[] => [
  'id: guard',
  'name: Security by e-mail',
  ...more,
  'settings:',
  '  type: email',
  '  host: 127.0.0.1',
  `  port: ${smtp.port}`,
  '  security: plain',
  '  user: desk',
  '  from: desk@example.org',
  '  to: [guard@example.org]',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-ways-'));
  smtp = await startSmtpPeer({ starttls: false, login: { user: 'desk', password } });
  answered(answers.membership, await type(['site', 'create', '--name', 'Riverside Library', '--station', 'Front desk']));
  desk = await startStation({ data: join(folder, 'desk') });
});
afterAll(async () => {
  await desk?.stop();
  await smtp?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('ways out of the site, from the command line', () => {
  it('a channel comes from a file, its secret from the environment, and never back', async () => {
    const file = await inFile('guard.yaml', mailChannel());
    expect(await type(['channel', 'save', file, '--secret', 'password=env:SMTP_PASSWORD'], { env: { SMTP_PASSWORD: password } })).toMatchObject({ code: 0, json: { id: 'guard', secretsSet: ['password'] } });
    const listed = await type(['channels']);
    expect(answered(channelsAnswer, listed).channels).toEqual([{ id: 'guard', secretsSet: ['password'], safeForDrills: false }]);
    expect(listed.stdout).not.toContain(password);
  });

  it('is tried with a message that says that it is a test', async () => {
    expect(await type(['channel', 'test', 'guard'])).toMatchObject({ code: 0, json: { outcome: 'received', occasion: 'test' } });
    expect(smtp.mails.at(-1)?.raw).toMatch(/test/i);
    expect(smtp.mails.at(-1)?.user).toBe('desk');
  });

  it('that does not work says so with exit status 1, and in what way', async () => {
    const secretFile = await inFile('wrong.txt', ['wrong']);
    await type(['channel', 'save', await inFile('guard.yaml', mailChannel()), '--secret', `password=file:${secretFile}`]);
    const tried = await type(['channel', 'test', 'guard']);
    expect(tried).toMatchObject({ code: 1, json: { outcome: 'failed' } });
    expect(tried.stdout).not.toContain(password);
    expect(await type(['channel', 'save', await inFile('guard.yaml', mailChannel(['safeForDrills: true'])), '--secret', 'password=-'], { input: `${password}\n` })).toMatchObject({ code: 0, json: { safeForDrills: true } });
    expect(await type(['channel', 'test', 'guard'])).toMatchObject({ code: 0 });
  });

  it('from a file with a mistake is not saved, and the line is named', async () => {
    expect(await type(['channel', 'save', await inFile('broken.yaml', mailChannel().with(8, '  from: nobody'))])).toMatchObject({ code: 1, stdout: '', errorJson: { error: { type: 'InputInvalid', message: expect.stringContaining('line 9: settings.from') } } });
  });

  it('whose secret is not there is not saved', async () => {
    expect(await type(['channel', 'save', await inFile('guard.yaml', mailChannel()), '--secret', 'password=env:NOT_SET_ANYWHERE'])).toMatchObject({ code: 1, errorJson: { error: { message: expect.stringContaining('NOT_SET_ANYWHERE') } } });
  });
});

describe('plans, from the command line', () => {
  it('are exported, changed and imported, and a press then reaches the channel', async () => {
    const file = join(folder, 'plans.yaml');
    expect(await type(['plan', 'export', file])).toMatchObject({ code: 0, json: { file } });
    await writeFile(file, ['plans:', '  - id: colleagues', '    name: Colleagues', '    steps:', '      - after: 0', '        recipients: [{ to: everyone }, { to: channel, channel: guard }]', 'faults: { channels: [guard], after: 0 }', 'checkIn: { every: 1, grace: 15 }', ''].join('\n'));
    expect(await type(['plan', 'import', file])).toMatchObject({ code: 0, json: { plans: 1 } });
    expect((await quietbell(['plan', 'show', '--data', join(folder, 'desk')])).stdout).toMatch(/^PLAN +FOR +AFTER +WHO +ONLY IF\nColleagues +always +0 s +everyone, channel guard +nobody is coming\n$/);
    const before = smtp.mails.length;
    answered(answers.press, await type(['press', '--level', 'emergency']));
    await vi.waitFor(() => expect(smtp.mails.slice(before).some(({ raw }) => /Front desk/.test(raw))).toBe(true), soon);
  });

  it('with a mistake change nothing, and the line is named', async () => {
    const file = await inFile('wrong.yaml', ['plans:', '  - id: colleagues', '    name: Colleagues', '    steps:', '      - after: soon', '        recipients: [{ to: everyone }]', '']);
    expect(await type(['plan', 'import', file])).toMatchObject({ code: 1, errorJson: { error: { type: 'PlanInvalid', message: expect.stringMatching(/^Line 5\b/) } } });
    const channel = await inFile('unknown.yaml', ['plans:', '  - id: colleagues', '    name: Colleagues', '    steps:', '      - after: 0', '        recipients: [{ to: channel, channel: nowhere }]', '']);
    expect(await type(['plan', 'import', channel])).toMatchObject({ code: 1, errorJson: { error: { type: 'PlanInvalid', message: expect.stringContaining('nowhere') } } });
    expect((await type(['plan', 'export'])).stdout).toContain('guard');
  });

  it('that name a channel keep it from being removed', async () => {
    expect(await type(['channel', 'remove', 'guard'])).toMatchObject({ code: 1, errorJson: { error: { type: 'ChannelUnusable', message: expect.stringMatching(/the plan "Colleagues" and in the list of those who hear of faults/) } } });
    const without = await inFile('without.yaml', ['plans:', '  - id: colleagues', '    name: Colleagues', '    steps:', '      - after: 0', '        recipients: [{ to: everyone }]', '']);
    expect(await type(['plan', 'import', without])).toMatchObject({ code: 0 });
    expect(await type(['channel', 'remove', 'guard'])).toMatchObject({ code: 0, json: { removed: 'guard' } });
    expect(answered(channelsAnswer, await type(['channels'])).channels).toEqual([]);
    expect(await type(['channel', 'remove', 'guard'])).toMatchObject({ code: 1, errorJson: { error: { type: 'ChannelUnknown' } } });
  });
});

describe('watching over a station, from the command line', () => {
  it('faults are listed with what to do', async () => {
    const { stdout, code } = await quietbell(['faults', '--data', join(folder, 'desk')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^(SINCE +UNTIL +STATION +KIND +WHAT\n[\s\S]*\n! |Nothing is wrong)/);
    expect(z.object({ faults: z.array(z.object({ station: z.string(), endedAt: z.null() })) }).safeParse((await type(['faults'])).json).success).toBe(true);
  });

  it('working alone is switched on, checked in, and switched off', async () => {
    expect(await type(['checkin'])).toMatchObject({ code: 1, errorJson: { error: { type: 'NotAlone' } } });
    expect(await type(['alone', 'on'])).toMatchObject({ code: 0, json: { alone: true } });
    expect(await type(['checkin'])).toMatchObject({ code: 0 });
    expect(await type(['alone', 'off'])).toMatchObject({ code: 0, json: { alone: false } });
    expect(await type(['checkin'])).toMatchObject({ code: 1 });
  });

  it('a duress code is read from standard input, and is not the PIN', async () => {
    const added = await type(['staff', 'add', '--name', 'Kim', '--role', 'desk', '--pin', '-'], { input: '1357\n' });
    const kim = z.object({ id: z.uuid() }).parse(added.json).id;
    expect(await type(['staff', 'duress-code', kim, '--code', '-'], { input: '1357\n' })).toMatchObject({ code: 1 });
    expect(await type(['staff', 'duress-code', kim, '--code', '-'], { input: '8642\n' })).toMatchObject({ code: 0, json: { staff: kim, set: true } });
    expect(await type(['staff', 'duress-code', kim, '--remove'])).toMatchObject({ code: 0, json: { set: false } });
    expect(await type(['staff', 'duress-code', kim])).toMatchObject({ code: 2 });
  });

  it('the status names who would hear, and every way out with its state', async () => {
    const { stdout } = await quietbell(['status', '--data', join(folder, 'desk')]);
    expect(stdout).toMatch(/heard by +nobody\n/);
    expect(stdout).toMatch(/attended +(yes|no)\n/);
  });

  it('a key is bound to a quiet function, and to a gesture', async () => {
    expect(await type(['bind', '--key', 'F14', '--purpose', 'check-in'])).toMatchObject({ code: 0, json: { purpose: 'check-in', gesture: { type: 'press' } } });
    expect(await type(['bind', '--key', 'F15', '--purpose', 'emergency', '--gesture', 'hold:2'])).toMatchObject({ code: 0, json: { gesture: { type: 'hold', seconds: 2 } } });
    expect((await quietbell(['bind', '--list', '--data', join(folder, 'desk')])).stdout).toMatch(/F15 +hold:2 +emergency/);
    expect(await type(['bind', '--key', 'F16', '--gesture', 'together'])).toMatchObject({ code: 1, errorJson: { error: { type: 'InputInvalid' } } });
  });

  it('what may reach the police is bound to a double press unless somebody says otherwise', async () => {
    const centre = await inFile('police.yaml', ['id: centre', 'name: Alarm centre', 'reachesPolice: true', 'settings: { type: syslog, host: 127.0.0.1 }']);
    expect(await type(['channel', 'save', centre])).toMatchObject({ code: 0 });
    const plans = await inFile('police-plans.yaml', ['plans:', '  - id: colleagues', '    name: Colleagues', '    steps:', '      - after: 0', '        recipients: [{ to: everyone }]', '      - after: 30', '        recipients: [{ to: channel, channel: centre }]', '        when: { level: emergency }', '']);
    expect(await type(['plan', 'import', plans])).toMatchObject({ code: 0 });
    expect(await type(['bind', '--key', 'F17', '--purpose', 'emergency'])).toMatchObject({ json: { gesture: { type: 'double-press' } } });
    expect(await type(['bind', '--key', 'F18', '--purpose', 'assist'])).toMatchObject({ json: { gesture: { type: 'press' } } });
  });
});
