import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHttpPeer } from '../../../support/channel/httpPeer.ts';
import { createHeldSite, documentOf, webhookTo, type HeldDesk, type HeldSite } from '../../../support/heldSite.ts';

const everyone = { to: 'everyone' };

describe('working alone', () => {
  let site: HeldSite;
  let front: HeldDesk;
  const alarms = () => site.desk('Office').alarms.current();

  beforeEach(async () => {
    vi.stubEnv('TZ', 'UTC');
    site = await createHeldSite('Front', 'Office');
    front = site.desk('Front');
    const plans = [
      { id: 'colleagues', name: 'Colleagues', steps: [{ after: 0, recipients: [everyone] }] },
      { id: 'alone', name: 'Alone', use: 'alone', steps: [{ after: 0, recipients: [{ to: 'station', station: site.desk('Office').id }] }] },
    ];
    front.plans.save(documentOf({ plans, checkIn: { every: 30, grace: 120, level: 'assist' } }), null);
    await site.pass(1);
  });
  afterEach(async () => {
    await site.close();
    vi.unstubAllEnvs();
  });

  it('is switched on and off with one touch, and an alarm says so', async () => {
    expect(front.desk.state().alone).toBeNull();
    front.desk.setAlone(true, 'person', null);
    expect(front.desk.state().alone).toMatchObject({ source: 'person', due: false });
    front.press();
    await site.pass(1);
    expect(alarms()).toMatchObject([{ alone: true }]);
    front.desk.setAlone(false, 'person', null);
    expect(front.desk.state().alone).toBeNull();
  });

  it('has its own plan: the way out of the building comes first', async () => {
    const peer = await startHttpPeer(null);
    const outside = { to: 'channel', channel: 'outside' };
    const colleagues = { id: 'colleagues', name: 'Colleagues', steps: [{ after: 0, recipients: [everyone] }, { after: 300, recipients: [outside] }] };
    const alone = { id: 'alone', name: 'Alone', use: 'alone', steps: [{ after: 0, recipients: [outside, everyone] }] };
    front.waysOut.channels.save(webhookTo('outside', peer.port), null);
    expect(front.plans.save(documentOf({ plans: [colleagues, alone] }), null)).toMatchObject({ ok: true });
    await site.pass(1);
    front.press();
    await site.pass(60);
    expect(peer.requests).toEqual([]);
    front.desk.setAlone(true, 'person', null);
    front.press();
    await site.pass(1);
    expect(peer.requests.map(({ body }) => JSON.parse(body))).toMatchObject([{ occasion: 'raised', text: expect.stringContaining('The person works alone.') }]);
    await peer.close();
  });

  it('asks for a sign at its interval; a check-in answers, also before it is asked for', async () => {
    front.desk.setAlone(true, 'person', null);
    site.clock.pass(30 * 60_000 - 1000);
    await site.pass(0);
    expect(front.desk.state().alone?.due).toBe(false);
    await site.pass(1);
    expect(front.desk.state().alone?.due).toBe(true);
    expect(front.desk.checkIn(null)).toEqual({ ok: true, value: undefined });
    expect(front.desk.state().alone).toMatchObject({ due: false, dueAt: new Date(site.clock.now() + 30 * 60_000).toISOString() });
    site.clock.pass(20 * 60_000);
    front.desk.checkIn(null);
    site.clock.pass(20 * 60_000);
    await site.pass(1);
    expect(front.desk.state().alone?.due).toBe(false);
    expect(alarms()).toEqual([]);
  });

  it('raises one alarm when a check-in is missed and its grace time is over', async () => {
    front.desk.setAlone(true, 'person', null);
    site.clock.pass(30 * 60_000);
    await site.pass(119);
    expect(alarms()).toEqual([]);
    await site.pass(60);
    expect(alarms()).toMatchObject([{ source: 'check-in', level: 'assist', alone: true, station: 'Front' }]);
  });

  it('does not close the alarm of a missed check-in by a late one, and asks again afterwards', async () => {
    front.desk.setAlone(true, 'person', null);
    site.clock.pass(33 * 60_000);
    await site.pass(1);
    front.desk.checkIn(null);
    await site.pass(1);
    expect(alarms()).toMatchObject([{ source: 'check-in', closedAt: null }]);
    site.clock.pass(33 * 60_000);
    await site.pass(1);
    expect(alarms()).toHaveLength(2);
  });

  it('calls again one interval after a missed check-in, as long as the person gives no sign', async () => {
    front.desk.setAlone(true, 'person', null);
    site.clock.pass(33 * 60_000);
    await site.pass(1);
    const [first] = alarms();
    site.desk('Office').alarms.close(first?.id ?? '', 'resolved', '', null);
    site.clock.pass(31 * 60_000);
    await site.pass(1);
    expect(alarms().filter(({ closedAt }) => closedAt === null)).toEqual([]);
    expect(front.desk.state().alone?.due).toBe(true);
    site.clock.pass(2 * 60_000);
    await site.pass(1);
    expect(alarms().filter(({ closedAt }) => closedAt === null)).toMatchObject([{ source: 'check-in' }]);
  });

  it('goes on after a restart, and whoever sits there gets the grace time to answer', async () => {
    front.desk.setAlone(true, 'person', null);
    await front.kill();
    site.clock.pass(60 * 60_000);
    front.start();
    await site.pass(100);
    expect(front.desk.state().alone).toMatchObject({ due: true });
    expect(alarms()).toEqual([]);
    await site.pass(25);
    expect(alarms()).toMatchObject([{ source: 'check-in' }]);
    await front.kill();
    front.start();
    await site.pass(200);
    expect(alarms()).toHaveLength(1);
  });

  it('follows the rota, and a person’s own switch until the next edge of it', async () => {
    front.office.changeSettings({ aloneTimes: [{ day: 2, from: '10:00', to: '12:00' }, { day: 2, from: '14:00', to: '16:00' }] }, null);
    const at = async (time: string) => {
      site.clock.set(Date.parse(`2026-11-24T${time}Z`));
      await site.pass(0);
      front.desk.tick();
      return front.desk.isAlone();
    };
    expect(await at('09:59:59')).toBe(false);
    expect(await at('10:00:00')).toBe(true);
    expect(front.desk.state().alone?.source).toBe('rota');
    front.desk.setAlone(false, 'person', null);
    expect(await at('11:00:00')).toBe(false);
    expect(await at('14:00:00')).toBe(true);
    expect(await at('16:00:00')).toBe(false);
  });

  it('asks in time although the clock was set back', async () => {
    front.desk.setAlone(true, 'person', null);
    await site.pass(1);
    site.clock.pass(-60 * 60_000);
    await site.pass(1);
    site.clock.pass(30 * 60_000);
    await site.pass(1);
    expect(front.desk.state().alone?.due).toBe(true);
    front.desk.checkIn(null);
    expect(front.desk.state().alone?.due).toBe(false);
    site.clock.pass(30 * 60_000);
    await site.pass(1);
    expect(front.desk.state().alone?.due).toBe(true);
  });

  it('of nobody there is nothing to check in', () => {
    expect(front.desk.checkIn(null)).toMatchObject({ ok: false, error: { type: 'NotAlone' } });
  });
});
