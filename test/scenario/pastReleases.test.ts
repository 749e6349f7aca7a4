import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answered, answers } from '../support/cliAnswers.ts';
import { copyKeptData, keptReleases, unpackKeptProgram } from '../support/keptRelease.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

/** A station that runs one of the programs; `program` undefined: the present one. */
interface Desk {
  readonly data: string;
  readonly program: string | undefined;
  readonly process: StationProcess;
}

const soon = { timeout: 20_000, interval: 200 };

describe.each(keptReleases)('a station with release %s and one with this release', { timeout: 150_000 }, (release) => {
  let folder = '';
  let past = '';
  const desks: Desk[] = [];
  /** One site for most of it: the new station joined the old one's. */
  let old: Desk;
  let fresh: Desk;

  const under = (program: string | undefined) => (program === undefined ? {} : { program });
  const at = ({ data, program }: Desk, args: readonly string[], input?: string) => quietbell([...args, '--json', '--data', data], { ...under(program), ...(input === undefined ? {} : { input }) });
  const start = async (data: string, program: string | undefined): Promise<Desk> => {
    const desk = { data, program, process: await startStation({ data, ...under(program) }) };
    desks.push(desk);
    return desk;
  };
  const create = async (name: string, program: string | undefined): Promise<Desk> => {
    const data = join(folder, name);
    answered(answers.membership, await quietbell(['site', 'create', '--name', 'Elm Library', '--station', name, '--json', '--data', data], under(program)));
    return start(data, program);
  };
  const joinSite = async (first: Desk, name: string, program: string | undefined): Promise<Desk> => {
    const data = join(folder, name);
    const { code } = answered(answers.invite, await at(first, ['invite']));
    answered(answers.membership, await quietbell(['join', code, '--station', name, '--json', '--data', data], under(program)));
    return start(data, program);
  };
  const file = async (desk: Desk, title: string): Promise<void> => {
    const report = join(folder, 'report.json');
    await writeFile(report, JSON.stringify({ title, involved: [{ role: 'customer', description: 'Green coat' }], calls: [{ service: 'security' }] }));
    answered(answers.file, await at(desk, ['file', report]));
  };
  const titlesAt = async (desk: Desk) => answered(answers.incidents, await at(desk, ['incidents'])).incidents.map(({ title }) => title).toSorted();
  const receivedBy = async (desk: Desk, alarm: string) => answered(answers.alarms, await at(desk, ['alarms'])).alarms.find(({ id }) => id === alarm)?.receivedBy ?? null;
  const press = async (desk: Desk): Promise<string> => answered(answers.press, await at(desk, ['press', '--kind', 'test'])).alarm;
  const connected = async (...all: readonly Desk[]): Promise<void> => {
    for (const desk of all) await vi.waitFor(async () => expect(answered(answers.status, await at(desk, ['status'])).peers.some((peer) => peer.connected)).toBe(true), soon);
  };
  /** Both hold the same events, each by its own program's judgement, and every one of them verifies. */
  const haveTheSame = async (a: Desk, b: Desk): Promise<void> => {
    await vi.waitFor(async () => {
      const [one, other] = [answered(answers.verify, await at(a, ['verify'])), answered(answers.verify, await at(b, ['verify']))];
      expect(one).toMatchObject({ ok: true, problems: [] });
      expect(other).toEqual(one);
    }, soon);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-releases-'));
    past = await unpackKeptProgram(release, join(folder, 'past'));
    old = await create('old', past);
    await file(old, 'Before the new one came');
    fresh = await joinSite(old, 'new', undefined);
    await connected(old, fresh);
  }, 150_000);
  afterAll(async () => {
    await Promise.all(desks.map(({ process }) => process.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  test('sync both ways when the new one joins the site of the old one: what the old one writes is shown at both, what the new one writes is held at both', async () => {
    await file(old, 'Written by the old one');
    await file(fresh, 'Written by the new one');
    await vi.waitFor(async () => expect(await titlesAt(fresh)).toEqual(['Before the new one came', 'Written by the new one', 'Written by the old one']), soon);
    expect(await titlesAt(old)).toEqual(expect.arrayContaining(['Before the new one came', 'Written by the old one']));
    await haveTheSame(old, fresh);
  });

  test('hear each other: an alarm that the old one raises is received and shown at the new one', async () => {
    const alarm = await press(old);
    await vi.waitFor(async () => expect(await receivedBy(old, alarm)).toEqual(['new']), soon);
    expect(await receivedBy(fresh, alarm)).not.toBeNull();
  });

  test('hear each other: an alarm that the new one raises is received and shown at the old one', async () => {
    const alarm = await press(fresh);
    await vi.waitFor(async () => expect(await receivedBy(fresh, alarm)).toEqual(['old']), soon);
    expect(await receivedBy(old, alarm)).not.toBeNull();
  });

  test('sync both ways when the old one joins the site of the new one, also what was written while the other was off', async () => {
    const first = await create('new-first', undefined);
    await file(first, 'Before the old one came');
    const joined = await joinSite(first, 'old-joins', past);
    await connected(joined, first);
    await haveTheSame(joined, first);
    await first.process.stop();
    await file(joined, 'While the new one was off');
    const back = await start(first.data, undefined);
    await connected(joined, back);
    await file(back, 'Back again');
    await vi.waitFor(async () => expect(await titlesAt(back)).toEqual(['Back again', 'Before the old one came', 'While the new one was off']), soon);
    await haveTheSame(joined, back);
  });

  test('of one site that lived with the old one go on when one of its stations is brought up to date, and then the other', async () => {
    const [front, office] = [join(folder, 'front'), join(folder, 'office')];
    await copyKeptData(release, 'front', front);
    await copyKeptData(release, 'office', office);
    const updated = await start(front, undefined);
    await writeFile(join(office, 'station.yaml'), `peers: ['${updated.process.up.listening}']\n`);
    const behind = await start(office, past);
    await connected(updated, behind);
    await file(behind, 'Written after the update');
    await vi.waitFor(async () => expect(await titlesAt(updated)).toContain('Written after the update'), soon);
    await haveTheSame(updated, behind);
    await behind.process.stop();
    const both = await start(office, undefined);
    await connected(updated, both);
    await file(updated, 'Everybody is up to date');
    await vi.waitFor(async () => expect(await titlesAt(both)).toEqual(await titlesAt(updated)), soon);
    expect(await titlesAt(both)).toContain('Everybody is up to date');
    await haveTheSame(updated, both);
  });
});
