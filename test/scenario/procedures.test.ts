/** Procedures between real stations: published at one, shown at the others, kept through restarts; a run keeps what it began on. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StationClient } from '../../main/contract/index.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';
import { quietbell } from '../support/stationProcess.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 100 });
const seedOf = async (client: StationClient) => client.procedure.edition({ procedure: 'get-help', edition: null });
const versionAt = async (desk: RealDesk) => (await seedOf(await desk.client())).version;

describe('the procedures of a site of real stations', () => {
  let site: RealSite;
  let office: RealDesk;
  let desk: RealDesk;
  beforeAll(async () => {
    site = await createRealSite();
    office = await site.add('office');
    desk = await site.add('desk');
  });
  afterAll(() => site.close());

  it('published from the command line at one, shown at the other, and still after it was killed', async () => {
    await eventually(async () => (await (await desk.client()).site.status()).heardBy).toBe(1);
    const file = join(site.folder, 'get-help.yaml');
    expect((await quietbell(['procedures', 'export', 'get-help', file, '--data', office.data])).code).toBe(0);
    const run = await (await desk.client()).procedure.start({ procedure: 'get-help', alarm: null });
    const before = await seedOf(await office.client());
    const yaml = await (await office.client()).procedure.toYaml({ procedure: 'get-help', edition: null });
    await writeFile(file, yaml.replace("dial: \"911\"", 'dial: "112"').replace('id: stay-calm', 'id: stay-quiet'));
    const imported = await quietbell(['procedures', 'import', file, '--note', 'Our numbers', '--json', '--data', office.data]);
    expect(z.object({ id: z.string(), version: z.int() }).parse(imported.json)).toEqual({ id: 'get-help', version: before.version + 1 });
    await eventually(() => versionAt(desk)).toBe(before.version + 1);
    process.kill(desk.process.pid(), 'SIGKILL');
    await eventually(() => versionAt(desk)).toBe(before.version + 1);

    // The run goes on in the version it began in, which the other station can read as well.
    const client = await desk.client();
    await client.procedure.tick({ run: run.id, step: 'stay-calm', ticked: true });
    await expect(client.procedure.tick({ run: run.id, step: 'stay-quiet', ticked: true })).rejects.toMatchObject({ data: { type: 'InputInvalid' } });
    await eventually(async () => (await (await office.client()).procedure.edition({ procedure: 'get-help', edition: run.edition })).version).toBe(before.version);
    const listed = await quietbell(['procedures', 'versions', 'get-help', '--data', desk.data]);
    expect(listed.stdout).toContain('Our numbers');
  });

  it('a call is written up in the words of the version that was walked through', async () => {
    const front = await desk.client();
    const { alarm } = await front.alarm.press({ id: crypto.randomUUID(), level: 'assist', kind: 'drill', source: 'command' });
    const run = await front.procedure.start({ procedure: 'get-help', alarm });
    await front.procedure.tick({ run: run.id, step: 'cue-voice', ticked: true });
    await front.procedure.tick({ run: run.id, step: 'stay-quiet', ticked: true });
    const present = await seedOf(front);
    const changed = { ...present, sections: present.sections.map((section) => ({ ...section, title: { ...section.title, full: 'Other words' } })) };
    await front.procedure.publish({ document: JSON.parse(JSON.stringify(changed).replaceAll('The voice turns loud', 'Changed afterwards')), note: '', basedOn: run.edition });
    const back = await office.client();
    await eventually(async () => (await seedOf(back)).version).toBe(present.version + 1);
    const draft = await back.incident.openDraft({ alarm });
    expect(draft.report.actions).toMatch(/Seen: The voice turns loud.*\n.*Done: Stay calm/);
    await back.alarm.close({ alarm, reason: 'drill' });
  });

  it('a file in the data folder that the site has overtaken is announced, and does not hold', async () => {
    const yaml = await (await desk.client()).procedure.toYaml({ procedure: 'get-help', edition: null });
    await mkdir(join(desk.data, 'procedures'), { recursive: true });
    await writeFile(join(desk.data, 'procedures', 'mine.yaml'), yaml.replace('dial: "100"', 'dial: "177"'));
    process.kill(desk.process.pid(), 'SIGKILL');
    await eventually(async () => (await (await desk.client()).site.status()).faults.map(({ message }) => message).filter((message) => message.includes('mine.yaml'))).toHaveLength(1);
    expect((await seedOf(await desk.client())).numbers[0]?.dial).toBe('100');
    expect((await quietbell(['procedures', 'list', '--data', desk.data])).stdout).toContain('mine.yaml says something else');
    expect((await quietbell(['procedures', 'import', join(desk.data, 'procedures', 'mine.yaml'), '--data', desk.data])).code).toBe(0);
    await eventually(async () => (await seedOf(await office.client())).numbers[0]?.dial).toBe('177');
    await eventually(async () => (await (await desk.client()).site.status()).faults.filter(({ message }) => message.includes('mine.yaml'))).toHaveLength(0);
  });

  it('an import that is wrong names the line and changes nothing', async () => {
    const yaml = await (await desk.client()).procedure.toYaml({ procedure: 'get-help', edition: null });
    const before = await versionAt(office);
    const answer = await quietbell(['procedures', 'import', '-', '--data', office.data], { input: yaml.replace('discreet: Ring a colleague', 'discreet: Ring the police') });
    expect(answer.code).toBe(1);
    expect(answer.stderr).toMatch(/Line \d+, sections\.0\.steps\.0\.wording\.discreet: The discreet wording says "police"/);
    expect(await versionAt(office)).toBe(before);
  });
});
