import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../main/contract/index.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';
import { quietbell } from '../support/stationProcess.ts';

/** Two real stations of one site; the second one is away while the first erases. */
describe('a record that was erased', () => {
  let site: RealSite;
  let front: RealDesk;
  let back: RealDesk;
  const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 15_000, interval: 50 });
  const titlesAt = async (desk: RealDesk): Promise<readonly string[]> => (await (await desk.client()).incident.list()).map(({ title }) => title).toSorted();
  const foundAt = async (desk: RealDesk): Promise<number> => (await (await desk.client()).records.page({ filters: { words: 'marker' } })).total;
  const erase = (id: string, ...more: readonly string[]) => quietbell(['erase', id, '--json', '--data', front.data, ...more]);
  const pressed = async (n: number): Promise<string> => (await (await front.client()).alarm.press({ id: `0190aaaa-0000-7000-8000-00000000000${n}`, level: 'assist', kind: 'real', source: 'command' })).alarm;

  beforeAll(async () => {
    site = await createRealSite();
    front = await site.add('Front desk');
    back = await site.add('Back office');
  });
  afterAll(() => site.close());

  it('is forgotten by the station that erased it and by one that was away, with the call it grew out of, and both chains hold', async () => {
    const client = await front.client();
    const alarm = await pressed(1);
    await (await back.client()).alarm.close({ alarm, reason: 'resolved', note: 'marker of the close' });
    await eventually(async () => (await client.alarm.list())[0]?.closedAt ?? null).not.toBeNull();
    const gone = await client.incident.file({ alarm, title: 'To be forgotten', account: 'marker of the account' });
    await client.incident.file({ alarm: null, title: 'Stays' });
    await eventually(() => titlesAt(back)).toEqual(['Stays', 'To be forgotten']);
    await eventually(() => foundAt(back)).toBe(1);
    await back.stop();

    const erased = await erase(gone.id, '--reason', 'request', '--with-alarm');
    expect(erased.json).toMatchObject({ erased: [{ type: 'alarm', id: alarm }, { type: 'incident', id: gone.id }] });
    expect(await titlesAt(front)).toEqual(['Stays']);
    await eventually(() => foundAt(front)).toBe(0);

    back = await site.restart(back);
    await eventually(() => titlesAt(back)).toEqual(['Stays']);
    await eventually(() => foundAt(back)).toBe(0);
    for (const desk of [front, back]) {
      const station = await desk.client();
      expect((await station.alarm.list()).map(({ id }) => id)).not.toContain(alarm);
      const proof = await station.site.verify();
      expect(proof.problems).toEqual([]);
      expect(proof.erased).toBeGreaterThanOrEqual(3);
      expect(await station.incident.erasures()).toMatchObject([{ reason: 'request', station: 'Front desk', staff: null }, { reason: 'request' }]);
    }
  });

  it('is not erased twice, and an open call does not go along', async () => {
    const alarm = await pressed(2);
    const { id } = await (await front.client()).incident.file({ alarm, title: 'Of an open call' });
    const refused = await erase(id, '--reason', 'mistake', '--with-alarm');
    expect(refused).toMatchObject({ code: 1, errorJson: { error: { type: 'AlarmOpen' } satisfies Partial<Problem> } });
    expect(await titlesAt(front)).toContain('Of an open call');
    expect((await erase(id, '--reason', 'mistake')).code).toBe(0);
    expect(await erase(id, '--reason', 'mistake')).toMatchObject({ code: 1, errorJson: { error: { type: 'IncidentUnknown' } } });
    expect(await erase(id, '--reason', 'because')).toMatchObject({ code: 2 });
  });
});
