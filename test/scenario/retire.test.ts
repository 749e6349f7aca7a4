import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';
import type { StationProcess } from '../support/stationProcess.ts';

let folder = '';
const running: StationProcess[] = [];
const at = (station: string, ...args: string[]) => quietbell([...args, '--json', '--data', join(folder, station)]);
const peersOf = async (station: string) => answered(answers.status, await at(station, 'status')).peers.map(({ station: name, connected }) => ({ name, connected }));
const soon = { timeout: 20_000, interval: 100 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-retire-'));
  await at('front', 'site', 'create', '--name', 'Elm Library', '--station', 'Front desk');
  running.push(await startStation({ data: join(folder, 'front') }));
  for (const [station, name] of [
    ['office', 'Back office'],
    ['laptop', 'Laptop'],
  ] as const) {
    const { code } = answered(answers.invite, await at('front', 'invite'));
    await at(station, 'join', code, '--station', name);
    running.push(await startStation({ data: join(folder, station) }));
  }
});
afterAll(async () => {
  await Promise.all(running.map((station) => station.stop()));
  await rm(folder, { recursive: true, force: true });
});

describe('a terminal that was stolen', () => {
  test('is shut out by every station once it was retired where the authority is, also by those that heard of it from others', async () => {
    await vi.waitFor(async () => expect(await peersOf('office')).toEqual([{ name: 'Front desk', connected: true }, { name: 'Laptop', connected: true }]), soon);
    expect(await at('office', 'retire', 'Laptop')).toMatchObject({ code: 1, errorJson: { error: { type: 'AuthorityElsewhere' } } });
    expect(await at('front', 'retire', 'Nobody')).toMatchObject({ code: 1, errorJson: { error: { type: 'StationUnknown' } } });
    expect(await at('front', 'retire', 'Front desk')).toMatchObject({ code: 1, errorJson: { error: { type: 'InputInvalid' } } });

    expect(await at('front', 'retire', 'Laptop')).toMatchObject({ code: 0 });
    await vi.waitFor(async () => {
      expect(await peersOf('front')).toEqual([{ name: 'Back office', connected: true }]);
      expect(await peersOf('office')).toEqual([{ name: 'Front desk', connected: true }]);
      expect((await peersOf('laptop')).every(({ connected }) => !connected)).toBe(true);
    }, soon);
  });
});
