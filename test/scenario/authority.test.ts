import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answered, answers } from '../support/cliAnswers.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';
import { quietbell, startStation, type CommandSettings, type StationProcess } from '../support/stationProcess.ts';

let site: RealSite;
let front: RealDesk;
let office: RealDesk;
let laptop: RealDesk;
const running: StationProcess[] = [];
const at = (desk: RealDesk, args: readonly string[], settings?: CommandSettings) => quietbell([...args, '--json', '--data', desk.data], settings);
const soon = { timeout: 20_000, interval: 100 };
const refused = { code: 1, errorJson: { error: { type: 'AuthorityElsewhere' } } };
const connectedAt = async (desk: RealDesk) => (await (await desk.client()).site.status()).peers.filter(({ connected }) => connected).length;
const passphrase = { input: 'seven grey herons at dawn\n' };

beforeAll(async () => {
  site = await createRealSite();
  front = await site.add('Front desk');
  office = await site.add('Back office');
  laptop = await site.add('Laptop');
  await vi.waitFor(async () => expect([await connectedAt(front), await connectedAt(office), await connectedAt(laptop)]).toEqual([2, 2, 2]), soon);
});
afterAll(async () => {
  await Promise.all(running.map((station) => station.stop()));
  await site.close();
});

describe('the authority of a site', () => {
  test('moves to another station: from then on that one invites and retires, and the old one refuses, also after it was started again', async () => {
    expect(await at(office, ['authority', 'move', 'Laptop'])).toMatchObject(refused);
    expect(await at(front, ['authority', 'move', 'Nobody'])).toMatchObject({ code: 1, errorJson: { error: { type: 'StationUnknown' } } });
    expect(await at(front, ['authority', 'move', 'Front desk'])).toMatchObject({ code: 1, errorJson: { error: { type: 'InputInvalid' } } });

    expect(await at(front, ['authority', 'move', 'back office'])).toMatchObject({ code: 0 });
    expect(await at(front, ['invite'])).toMatchObject({ code: 1, errorJson: { error: { type: 'AuthorityElsewhere', remedy: expect.stringContaining('Back office') } } });
    expect(await at(front, ['retire', 'Laptop'])).toMatchObject(refused);
    answered(answers.invite, await at(office, ['invite']));

    process.kill(front.process.pid(), 'SIGKILL');
    await vi.waitFor(async () => expect(await connectedAt(front)).toBe(2), soon);
    expect(await at(front, ['invite'])).toMatchObject(refused);
    expect(await at(front, ['authority', 'export', join(site.folder, 'none.txt')], passphrase)).toMatchObject(refused);
  });

  test('comes back from its printed page when the station that held it is dead, and one that comes back from the dead lets go of it', async () => {
    const page = join(site.folder, 'authority.txt');
    expect(await at(office, ['authority', 'export', page], { input: 'short\n' })).toMatchObject({ code: 1, errorJson: { error: { type: 'InputInvalid' } } });
    expect(await at(office, ['authority', 'export', page], passphrase)).toMatchObject({ code: 0 });
    await office.stop('SIGKILL');

    const typed = join(site.folder, 'typed.txt');
    const [, lines = ''] = (await readFile(page, 'utf8')).split(/-----.*-----/);
    await writeFile(typed, lines.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' '));
    expect(await at(laptop, ['authority', 'import', typed], { input: 'seven grey herons at dusk\n' })).toMatchObject({ code: 1, errorJson: { error: { type: 'KeyWrong' } } });
    expect(await at(laptop, ['authority', 'import', typed], passphrase)).toMatchObject({ code: 0 });
    answered(answers.invite, await at(laptop, ['invite']));

    // The dead one did not hear of it: alone it still takes itself for the holder, and the command that asks it does not make it run.
    expect(await at(office, ['authority', 'export', join(site.folder, 'again.txt')], passphrase)).toMatchObject({ code: 0, stderr: '' });
    running.push(await startStation({ data: office.data }));
    await vi.waitFor(async () => expect(await at(office, ['invite'])).toMatchObject(refused), soon);

    expect(await at(laptop, ['retire', 'Back office'])).toMatchObject({ code: 0 });
    await vi.waitFor(async () => expect([await connectedAt(front), await connectedAt(office)]).toEqual([1, 0]), soon);
  });
});
