import { describe, expect } from 'vitest';
import { startHttpPeer } from '../../../../support/channel/httpPeer.ts';
import { documentOf, webhookTo } from '../../../../support/heldSite.ts';
import { everyone, it, outside, planOf } from '../../../../support/plannedSite.ts';

describe('an alarm and the steps of its plan', () => {
  it('goes on to each step at its second while nobody has acknowledged, and shows when the next one is due, but never where it was raised', async ({ site, save, told, occasions, seenAt }) => {
    save(planOf([{ after: 0, recipients: [{ to: 'station', station: site.desk('Office').id }] }, { after: 30, recipients: [everyone, outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    const at = (seconds: number) => new Date(Date.parse(seenAt('Front', alarm)?.raisedAt ?? '') + seconds * 1000).toISOString();
    await site.pass(29);
    expect(seenAt('Office', alarm)).toMatchObject({ addressed: true, nextStepAt: at(30) });
    expect(seenAt('Children', alarm)).toMatchObject({ addressed: false, nextStepAt: at(30) });
    expect(seenAt('Front', alarm)?.nextStepAt).toBeNull();
    expect(told()).toEqual([]);
    await site.pass(1);
    expect(seenAt('Children', alarm)).toMatchObject({ addressed: true });
    expect(occasions()).toEqual(['raised']);
    expect(seenAt('Children', alarm)?.timeline.filter(({ what }) => what === 'step').map(({ detail }) => detail)).toEqual(['everyone, outside']);
  });

  it('is raised to emergency by a second press within the window of its plan', async ({ site, save, told, seenAt }) => {
    const colleagues = { id: 'colleagues', name: 'Colleagues', secondPress: 10, steps: [{ after: 0, recipients: [everyone] }, { after: 0, recipients: [outside], when: { level: 'emergency' } }] };
    save({ plans: [colleagues] });
    await site.pass(1);
    const first = site.desk('Front').press();
    await site.pass(10);
    expect(site.desk('Front').press()).toBe(first);
    await site.pass(1);
    expect(seenAt('Office', first)).toMatchObject({ level: 'emergency' });
    expect(told()).toMatchObject([{ occasion: 'raised', subject: 'Emergency at Front' }]);
    const second = site.desk('Office').press();
    await site.pass(11);
    expect(site.desk('Office').press()).not.toBe(second);
  });

  it('stops at the step before which somebody acknowledged', async ({ site, save, told, seenAt }) => {
    save(planOf([{ after: 0, recipients: [everyone] }, { after: 30, recipients: [outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(20);
    site.desk('Children').alarms.acknowledge(alarm, null);
    await site.pass(60);
    expect(told()).toEqual([]);
    expect(seenAt('Front', alarm)).toMatchObject({ state: 'acknowledged', recipients: [{ name: expect.any(String) }, { name: expect.any(String) }] });
  });

  it('follows each recipient: sent, received, seen, answered', async ({ site, seenAt }) => {
    site.cutOff('Children');
    const alarm = site.desk('Front').press();
    const states = () => Object.fromEntries((seenAt('Front', alarm)?.recipients ?? []).map(({ name, state }) => [name, state]));
    expect(states()).toEqual({ Office: 'sent', Children: 'due' });
    await site.pass(1);
    expect(states()).toEqual({ Office: 'received', Children: 'due' });
    site.desk('Office').alarms.seen(alarm);
    site.desk('Office').alarms.seen(alarm);
    await site.pass(1);
    expect(states()).toEqual({ Office: 'seen', Children: 'due' });
    site.joinUp('Children');
    site.desk('Office').alarms.acknowledge(alarm, null);
    await site.pass(2);
    expect(states()).toEqual({ Office: 'answered', Children: 'received' });
    expect(seenAt('Front', alarm)?.timeline.filter(({ what }) => what === 'seen')).toHaveLength(1);
  });

  it('shows that nobody has received it after 8 s, tells everybody and takes all its steps at once', async ({ site, save, occasions, seenAt }) => {
    save(planOf([{ after: 0, recipients: [{ to: 'station', station: site.desk('Office').id }] }, { after: 300, recipients: [outside] }]));
    await site.pass(1);
    await site.desk('Office').kill();
    const alarm = site.desk('Front').press();
    await site.pass(7);
    expect(seenAt('Children', alarm)).toMatchObject({ addressed: false, unheard: false });
    await site.pass(1);
    expect(seenAt('Front', alarm)).toMatchObject({ unheard: true });
    expect(seenAt('Children', alarm)).toMatchObject({ addressed: true });
    expect(occasions()).toEqual(['raised']);
    await site.pass(30);
    expect(seenAt('Front', alarm)?.timeline.filter(({ what }) => what === 'unheard')).toHaveLength(1);
  });

  it('comes to a station that was away while it is still open, and does not when it is over', async ({ site, seenAt }) => {
    await site.desk('Children').kill();
    const alarm = site.desk('Front').press();
    await site.pass(600);
    site.desk('Children').start();
    await site.pass(4);
    expect(site.desk('Children').alarms.current()).toMatchObject([{ id: alarm, addressed: true, state: 'received' }]);
    expect(seenAt('Front', alarm)?.receivedBy).toEqual(expect.arrayContaining(['Office', 'Children']));
  });

  it('that began and ended while a station was away is not shown there, nor told outside by it, while the station catches up', async ({ site, receiver, save, told, seenAt }) => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    await site.desk('Children').kill();
    receiver.answerWith(500);
    const alarm = site.desk('Front').press('emergency');
    await site.pass(5);
    site.desk('Office').alarms.close(alarm, 'resolved', '', null);
    await site.pass(1200);
    const tries = told().length;
    site.cutOff('Children');
    site.desk('Children').start();
    // What was written comes chain by chain: of the station that raised it long before that of the one that closed it.
    const { accept } = site.desk('Children').ledger();
    expect(accept(site.desk('Front').ledger().read(site.desk('Front').id, 0, 1_000_000))).toMatchObject({ ok: true });
    await site.pass(2);
    expect(seenAt('Children', alarm)).toMatchObject({ closedAt: null });
    expect(site.desk('Children').alarms.current()).toEqual([]);
    expect(accept(site.desk('Office').ledger().read(site.desk('Office').id, 0, 1_000_000))).toMatchObject({ ok: true });
    await site.pass(60);
    expect(site.desk('Children').alarms.current()).toEqual([]);
    expect(seenAt('Children', alarm)).toMatchObject({ state: 'closed', receivedBy: ['Office'] });
    expect(told()).toHaveLength(tries);
  });

  it('is told outside by another station when the one that raised it dies, once, under the same name', async ({ site, save, told, seenAt }) => {
    save(planOf([{ after: 0, recipients: [everyone] }, { after: 5, recipients: [outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press('emergency');
    await site.pass(1);
    await site.desk('Front').kill();
    await site.pass(60);
    expect(told()).toMatchObject([{ occasion: 'raised', id: `${alarm}/outside/raised` }]);
    expect(told()[0]?.sentBy).not.toBe('Front');
    site.desk('Front').start();
    await site.pass(60);
    expect(told()).toHaveLength(1);
    expect(seenAt('Front', alarm)?.timeline.filter(({ what }) => what === 'delivered')).toHaveLength(1);
  });

  it('is tried again with ever longer pauses until the other end has it, each try written down with how it ended', async ({ site, receiver, save, told, seenAt }) => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    receiver.answerWith(500);
    site.cutOff('Front');
    const alarm = site.desk('Front').press();
    await site.pass(30);
    const failures = told().length;
    expect(failures).toBeGreaterThanOrEqual(3);
    expect(failures).toBeLessThanOrEqual(6);
    receiver.answerWith(200);
    await site.pass(60);
    expect(told()).toHaveLength(failures + 1);
    expect(new Set(told().map(({ id }) => id)).size).toBe(1);
    expect(seenAt('Front', alarm)?.attempts.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([...Array.from({ length: failures }, (_, index) => [index + 1, 'failed']), [failures + 1, 'received']]);
    expect(seenAt('Front', alarm)?.recipients.find(({ to }) => to === 'channel')).toMatchObject({ state: 'received', attempts: failures + 1 });
  });

  it('goes on with a channel that is put right meanwhile, and with the others when one is taken away or its plan replaced', async ({ site, receiver, save, told, occasions, seenAt }) => {
    const wrong = await startHttpPeer(null, (response) => response.destroy());
    site.desk('Office').waysOut.channels.save(webhookTo('spare', wrong.port), null);
    save(planOf([{ after: 0, recipients: [everyone, outside, { to: 'channel', channel: 'spare' }] }]), { settings: webhookTo('outside', wrong.port).settings });
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(4);
    expect(site.desk('Office').waysOut.channels.remove('spare', null)).toMatchObject({ ok: true });
    expect(site.desk('Office').waysOut.channels.save(webhookTo('outside', receiver.port), null)).toMatchObject({ ok: true });
    site.desk('Office').office.rename('Back office', 'Upstairs', null);
    await site.pass(8);
    // Two stations may try in the same second: under one name.
    expect([...new Set(told().map(({ id }) => id))]).toEqual([`${alarm}/outside/raised`]);
    const tries = seenAt('Front', alarm)?.attempts.filter(({ channel }) => channel === 'spare').length;
    await site.pass(60);
    expect(seenAt('Front', alarm)?.attempts.filter(({ channel }) => channel === 'spare')).toHaveLength(tries ?? 0);
    expect(site.desk('Children').plans.save(documentOf(planOf([{ after: 90, recipients: [everyone] }])), null)).toMatchObject({ ok: true });
    site.desk('Children').alarms.close(alarm, 'resolved', '', null);
    await site.pass(2);
    expect([...new Set(occasions())]).toEqual(['raised', 'closed']);
    await wrong.close();
  });

  it('that was raised before the plans of the site came is known to everybody at once, and goes on by them when they come', async ({ site, save, told, occasions, seenAt }) => {
    site.cutOff('Front');
    save(planOf([{ after: 0, recipients: [{ to: 'station', station: site.desk('Office').id }] }, { after: 20, recipients: [outside] }]));
    const alarm = site.desk('Front').press();
    await site.pass(5);
    expect(told()).toEqual([]);
    site.joinUp('Front');
    await site.pass(16);
    expect(seenAt('Office', alarm)).toMatchObject({ addressed: true });
    expect(occasions()).toEqual(['raised']);
  });

  it('goes on from its events after a restart', async ({ site, receiver, save, told, seenAt }) => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }, { after: 60, recipients: [outside], when: { level: 'emergency' } }]));
    await site.pass(1);
    for (const name of ['Office', 'Children']) await site.desk(name).kill();
    receiver.answerWith(500);
    const alarm = site.desk('Front').press();
    await site.pass(3);
    await site.desk('Front').kill();
    site.clock.pass(10_000);
    receiver.answerWith(200);
    site.desk('Front').start();
    const before = told().length;
    await site.pass(9);
    expect(told().slice(before)).toMatchObject([{ occasion: 'raised', id: told()[0]?.id }]);
    expect(seenAt('Front', alarm)).toMatchObject({ unheard: true, recipients: expect.arrayContaining([expect.objectContaining({ id: 'outside', state: 'received' })]) });
  });
});
