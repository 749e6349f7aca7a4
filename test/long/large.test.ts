import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { incidentReportSchema } from '../../main/contract/incident.ts';
import { recordQuerySchema, type RecordPage } from '../../main/contract/recordList.ts';
import { connectControl, type RunningStation } from '../../main/control/connectControl.ts';
import { subjectOf } from '../../main/core/event/subject.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { must, openFolder } from '../support/openFolder.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

const records = 100_000;
const amendments = 5;
const places = 40;
/** In one commit; seeding is not what is tried. */
const together = 20;
/** Milliseconds, each for everything that waits. */
const patience = 40 * 60_000;
const soon = 1_000;
/** Asks for words, so that it is answered how many records can be found by theirs. */
const inAll = { filters: { words: 'amendment' } };

interface Started {
  readonly process: StationProcess;
  readonly door: RunningStation;
}

describe('a site with 100,000 incidents that were amended five times each', () => {
  let folder = '';
  const stations: Started[] = [];
  const ids = Array.from({ length: records }, () => newId());

  const start = async (data: string): Promise<Started> => {
    const process = await startStation({ data });
    const door = await connectControl(data);
    if (door === null) throw new Error(`The station does not answer: ${process.stderr()}`);
    const started = { process, door };
    stations.push(started);
    return started;
  };
  const page = ({ door }: Started, query: z.input<typeof recordQuerySchema> = {}): Promise<RecordPage> => door.client.records.page(recordQuerySchema.parse(query));
  const since = (began: number): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  const eventually = (look: () => Promise<unknown>) => expect.poll(look, { timeout: patience, interval: 2_000 });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-large-'));
    answered(answers.membership, await quietbell(['site', 'create', '--name', 'Elm Library', '--station', 'Archive', '--json', '--data', join(folder, 'archive')]));
    const began = performance.now();
    const { ledger, close } = openFolder(join(folder, 'archive'), false);
    for (let filed = 0; filed < records; filed += together) {
      must(
        ledger.append(
          ids.slice(filed, filed + together).flatMap((id, index) => {
            const number = filed + index;
            const subject = subjectOf('incident', id);
            const report = incidentReportSchema.parse({ title: `Record ${number}`, place: `Place ${number % places}`, account: `A visitor raised their voice at counter${number} and was asked to leave. `.repeat(4) });
            return [
              { kind: 'IncidentFiled' as const, subject, body: { report, alarm: null, station: 'Archive', staff: null } },
              ...Array.from({ length: amendments }, (_, each) => ({ kind: 'IncidentAmended' as const, subject, body: { text: `Amendment ${each + 1} to number ${number}: they came back within the hour.`, station: 'Archive', staff: null } })),
            ];
          }),
        ),
      );
    }
    await close();
    console.info(`${records} incidents and ${records * amendments} amendments were written in ${since(began)}`);
    // Without the pauses of a station that runs.
    await quietbell(['incidents', '--search', 'amendment', '--data', join(folder, 'archive')]);
    console.info(`and indexed after ${since(began)}`);
  }, patience);
  afterAll(async () => {
    for (const { door, process } of stations) {
      door.close();
      await process.stop();
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('opens, lists its first and its last page, and finds each of them', async () => {
    const began = performance.now();
    const archive = await start(join(folder, 'archive'));
    console.info(`it was up after ${since(began)}`);
    expect((await page(archive)).total).toBe(records);
    await eventually(async () => (await page(archive, inAll)).indexed).toBe(records);
    const { lines, total } = await page(archive, { filters: { words: `counter${records - 1}` } });
    expect(total).toBe(1);
    expect(lines[0]?.incident.id).toBe(ids.at(-1));
    expect((await archive.door.client.incident.get({ id: ids[0] ?? '' })).amendments).toHaveLength(amendments);
    const query = { filters: { ...inAll.filters, place: 'Place 7' } };
    const seen = new Set<string>();
    let shown = await page(archive, query);
    for (;;) {
      for (const { incident } of shown.lines) seen.add(incident.id);
      if (shown.next === null) break;
      shown = await page(archive, { ...query, after: shown.next });
    }
    expect(seen.size, 'page by page each is shown once').toBe(records / places);
  });

  it('gives all of it to a station that joins, while calls go through at once', async () => {
    const [archive] = stations;
    if (archive === undefined) throw new Error('The first station did not start');
    const { code } = await archive.door.client.site.invite({ hours: 1 });
    const data = join(folder, 'front');
    answered(answers.membership, await quietbell(['join', code, '--station', 'Front desk', '--json', '--data', data]));
    const began = performance.now();
    const front = await start(data);
    await eventually(async () => (await page(front)).total).toBeGreaterThan(records / 100);
    const pressedAt = performance.now();
    const { alarm } = await archive.door.client.alarm.press({ id: crypto.randomUUID(), level: 'assist', kind: 'test', source: 'command' });
    await expect.poll(async () => (await front.door.client.alarm.list()).some(({ id }) => id === alarm), { timeout: patience, interval: 5 }).toBe(true);
    const shownAfter = performance.now() - pressedAt;
    expect((await page(front)).total, 'it is still at it').toBeLessThan(records);
    expect(shownAfter).toBeLessThan(soon);
    await eventually(async () => (await page(front)).total).toBe(records);
    console.info(`a new station had all of it after ${since(began)}; a call in the middle of that was shown after ${Math.round(shownAfter)} ms`);
    await eventually(async () => (await page(front, inAll)).indexed).toBe(records);
    console.info(`and had indexed all of it after ${since(began)}; its memory: ${resident(front.process.pid())} MB`);
    for (const id of [ids[0], ids[records / 2], ids.at(-1)]) expect((await front.door.client.incident.get({ id: id ?? '' })).amendments).toHaveLength(amendments);
    await front.door.client.incident.amend({ id: ids[1] ?? '', text: 'One more, written at the front desk' });
    await expect.poll(async () => (await archive.door.client.incident.get({ id: ids[1] ?? '' })).amendments.length, { timeout: 10_000, interval: 20 }).toBe(amendments + 1);
  });

  it('proves that every event holds, where all of it came over the network', async () => {
    const began = performance.now();
    const front = stations.at(-1);
    expect(await front?.door.client.site.verify()).toMatchObject({ ok: true, problems: [] });
    console.info(`verified in ${since(began)}`);
  });
});

/** Of a process on Linux. Megabytes. */
const resident = (pid: number): number => Math.round(Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
