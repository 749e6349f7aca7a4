import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';
import type { StationProcess } from '../support/stationProcess.ts';

let folder = '';
let front: StationProcess;
let office: StationProcess;
const inFront = (...args: string[]) => quietbell([...args, '--json', '--data', join(folder, 'front')]);
const inOffice = (...args: string[]) => quietbell(['--data', join(folder, 'office'), '--json', ...args]);
const soon = { timeout: 20_000, interval: 100 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-cli-'));
});
afterAll(async () => {
  await Promise.all([front?.stop(), office?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

describe('a site of two stations, set up and steered from the command line', () => {
  it('begins with a site, before anything runs', async () => {
    expect(answered(answers.membership, await inFront('site', 'create', '--name', 'Riverside Library', '--station', 'Front desk', '--admin', 'Alex', '--pin', '2468'))).toEqual({ site: 'Riverside Library', station: 'Front desk' });
    expect(answered(answers.status, await inFront('status'))).toMatchObject({ site: 'Riverside Library', station: 'Front desk', armed: false, peers: [] });
  });

  it('says in one line that it runs, and where', async () => {
    front = await startStation({ data: join(folder, 'front') });
    expect(front.up).toEqual({ station: 'Front desk', site: 'Riverside Library', listening: expect.stringMatching(/^127\.0\.0\.1:\d+$/), window: null, pid: front.pid() });
  });

  it('lets a second station in with a code', async () => {
    const { code } = answered(answers.invite, await inFront('invite', '--hours', '1'));
    expect(answered(answers.membership, await inOffice('join', code, '--station', 'Back office', '--place', 'Behind the returns'))).toEqual({ site: 'Riverside Library', station: 'Back office' });
    office = await startStation({ data: join(folder, 'office') });
    await vi.waitFor(async () => {
      for (const status of [await inFront('status'), await inOffice('status')]) expect(answered(answers.status, status).peers).toMatchObject([{ connected: true }]);
    }, soon);
  });

  it('refuses a used code', async () => {
    const { code } = answered(answers.invite, await inFront('invite'));
    await quietbell(['join', code, '--station', 'Third', '--data', join(folder, 'third')]);
    const again = await quietbell(['join', code, '--station', 'Fourth', '--data', join(folder, 'fourth'), '--json']);
    expect(again).toMatchObject({ code: 1, stdout: '', errorJson: { error: { type: 'CodeRefused' } } });
  });

  it('carries a press to the colleague, and the answer back', async () => {
    const { alarm } = answered(answers.press, await inFront('press', '--level', 'emergency', '--kind', 'drill'));
    await vi.waitFor(async () => {
      expect(answered(answers.alarms, await inFront('alarms')).alarms[0]).toMatchObject({ id: alarm, level: 'emergency', kind: 'drill', station: 'Front desk', receivedBy: ['Back office'], acknowledgedBy: [] });
    }, soon);
    expect((await inOffice('ack', alarm)).code).toBe(0);
    await vi.waitFor(async () => expect(answered(answers.alarms, await inFront('alarms')).alarms[0]).toMatchObject({ state: 'acknowledged', acknowledgedBy: ['Back office'] }), soon);
    expect((await inOffice('close', alarm, '--reason', 'drill', '--note', 'Practised')).code).toBe(0);
    await vi.waitFor(async () => expect(answered(answers.alarms, await inFront('alarms')).alarms[0]).toMatchObject({ state: 'closed' }), soon);
    expect(await inOffice('ack', alarm)).toMatchObject({ code: 1, errorJson: { error: { type: 'AlarmClosed' } } });
  });

  it('names an alarm that nobody knows', async () => {
    expect(await inFront('ack', '019ab000-0000-7000-8000-000000000001')).toMatchObject({ code: 1, errorJson: { error: { type: 'AlarmUnknown' } } });
  });

  it('files a report from a file, once, and from standard input', async () => {
    const file = join(folder, 'report.json');
    await writeFile(file, JSON.stringify({ id: '019ab000-0000-7000-8000-00000000000a', title: 'Raised voices at the front desk', account: 'Two visitors argued.' }));
    const first = answered(answers.file, await inFront('file', file));
    expect(answered(answers.file, await inFront('file', file))).toEqual(first);
    const input = await quietbell(['file', '-', '--json', '--data', join(folder, 'front')], { input: '{"title":"A lost child"}' });
    answered(answers.file, input);
    await vi.waitFor(async () => {
      const { incidents } = answered(answers.incidents, await inOffice('incidents'));
      expect(new Set(incidents.map(({ title, station }) => `${station}: ${title}`))).toEqual(new Set(['Front desk: A lost child', 'Front desk: Raised voices at the front desk']));
    }, soon);
  });

  it.each([
    ['that is not there', null, 'FileUnreadable', 'cannot be read'],
    ['that is not JSON', '{"title":', 'FileUnreadable', 'is not JSON'],
    ['without a title', '{"account":"Something"}', 'InputInvalid', 'title'],
    ['with an unknown field', '{"title":"A","wether":"rain"}', 'InputInvalid', 'wether'],
  ])('files no report from a file %s', async (what, content, type, message) => {
    const file = join(folder, `${what}.json`);
    if (content !== null) await writeFile(file, content);
    expect(await inFront('file', file)).toMatchObject({ code: 1, stdout: '', errorJson: { error: { type, message: expect.stringContaining(message) } } });
  });

  it('binds, lists and unbinds keys while it runs', async () => {
    const bound = await inFront('bind', '--key', 'F13', '--level', 'emergency');
    expect(bound).toMatchObject({ code: 0, json: { purpose: 'emergency', trigger: { type: 'key', key: { code: 'F13' } } } });
    const id = String(Reflect.get(Object(bound.json), 'id'));
    expect((await inFront('bind', '--list')).stdout).toContain(id);
    expect(await inFront('bind', '--remove', id)).toMatchObject({ code: 0, json: { removed: id } });
    expect((await inFront('bind', '--list')).stdout).not.toContain(id);
    expect(await inFront('bind', '--remove', id)).toMatchObject({ code: 1, errorJson: { error: { type: 'BindingUnknown' } } });
  });

  it('adds staff, with a PIN that no other account of the machine can read', async () => {
    const added = await quietbell(['staff', 'add', '--name', 'Kim', '--role', 'desk', '--pin', '-', '--json', '--data', join(folder, 'front')], { input: '1357\n' });
    expect(added).toMatchObject({ code: 0, json: { name: 'Kim', role: 'desk' } });
    expect((await inFront('staff', 'list')).stdout).toContain('Kim');
  });

  it('verifies, running or not', async () => {
    const running = answered(answers.verify, await inFront('verify'));
    expect(running).toMatchObject({ ok: true, problems: [] });
    expect(await front.stop()).toBe(0);
    expect(answered(answers.verify, await inFront('verify'))).toMatchObject({ ok: true, stations: running.stations });
  });

  it('makes what it shows anew from its events, and shows the same', async () => {
    const before = await inOffice('alarms');
    expect(await inOffice('rebuild')).toMatchObject({ code: 0, json: { subjects: expect.any(Number) } });
    expect((await inOffice('alarms')).json).toEqual(before.json);
  });

  it('answers people in tables, with nothing of JSON', async () => {
    const { code, stdout, stderr } = await quietbell(['alarms', '--data', join(folder, 'front')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^RAISED +STATION +LEVEL +KIND +STATE +RECEIVED BY +COMING +ID\n/);
    expect(stdout).toMatch(/Front desk +emergency +drill +closed +Back office +Back office +[0-9a-f-]{36}\n$/);
  });
});
