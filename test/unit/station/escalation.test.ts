import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHttpPeer, type HttpPeer } from '../../support/channel/httpPeer.ts';
import { createHeldSite, documentOf, webhookTo, type HeldSite } from '../../support/heldSite.ts';

const everyone = { to: 'everyone' };
const outside = { to: 'channel', channel: 'outside' };

describe('an alarm and its plan', () => {
  let site: HeldSite;
  let peer: HttpPeer;
  let status = 200;

  /** What came out of the site: occasion, who sent it, and its name. */
  const told = () => peer.requests.map(({ body }) => JSON.parse(body) as { occasion: string; sentBy: string; id: string; kind: string; subject: string; text: string });
  const occasions = () => told().map(({ occasion }) => occasion);
  const save = (document: object, channel: Parameters<typeof webhookTo>[2] = {}) => {
    const office = site.desk('Office');
    expect(office.waysOut.channels.save(webhookTo('outside', peer.port, channel), null)).toMatchObject({ ok: true });
    expect(office.plans.save(documentOf(document), null)).toEqual({ ok: true, value: undefined });
  };
  const planOf = (steps: readonly object[]) => ({ plans: [{ id: 'colleagues', name: 'Colleagues', steps }] });
  const seenAt = (name: string, alarm: string) => site.desk(name).alarms.find(alarm);

  beforeEach(async () => {
    status = 200;
    peer = await startHttpPeer(null, (response) => {
      response.statusCode = status;
      response.end('told');
    });
    site = await createHeldSite('Front', 'Office', 'Children');
  });
  afterEach(async () => {
    await site.close();
    await peer.close();
  });

  it('goes on to each step at its second while nobody has acknowledged, and shows when the next one is due, but never where it was raised', async () => {
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

  it('is raised to emergency by a second press within the window of its plan', async () => {
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

  it('stops at the step before which somebody acknowledged', async () => {
    save(planOf([{ after: 0, recipients: [everyone] }, { after: 30, recipients: [outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(20);
    site.desk('Children').alarms.acknowledge(alarm, null);
    await site.pass(60);
    expect(told()).toEqual([]);
    expect(seenAt('Front', alarm)).toMatchObject({ state: 'acknowledged', recipients: [{ name: expect.any(String) }, { name: expect.any(String) }] });
  });

  it('follows each recipient: sent, received, seen, answered', async () => {
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

  it('shows that nobody has received it after 8 s, tells everybody and takes all its steps at once', async () => {
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

  it('comes to a station that was away while it is still open, and does not when it is over', async () => {
    await site.desk('Children').kill();
    const alarm = site.desk('Front').press();
    await site.pass(600);
    site.desk('Children').start();
    await site.pass(4);
    expect(site.desk('Children').alarms.current()).toMatchObject([{ id: alarm, addressed: true, state: 'received' }]);
    expect(seenAt('Front', alarm)?.receivedBy).toEqual(expect.arrayContaining(['Office', 'Children']));
  });

  it('that began and ended while a station was away is not shown there, nor told outside by it, while the station catches up', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    await site.desk('Children').kill();
    status = 500;
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

  it('is told outside by another station when the one that raised it dies, once, under the same name', async () => {
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

  it('is tried again with ever longer pauses until the other end has it, each try written down with how it ended', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    status = 500;
    site.cutOff('Front');
    const alarm = site.desk('Front').press();
    await site.pass(30);
    const failures = told().length;
    expect(failures).toBeGreaterThanOrEqual(3);
    expect(failures).toBeLessThanOrEqual(6);
    status = 200;
    await site.pass(60);
    expect(told()).toHaveLength(failures + 1);
    expect(new Set(told().map(({ id }) => id)).size).toBe(1);
    expect(seenAt('Front', alarm)?.attempts.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([...Array.from({ length: failures }, (_, index) => [index + 1, 'failed']), [failures + 1, 'received']]);
    expect(seenAt('Front', alarm)?.recipients.find(({ to }) => to === 'channel')).toMatchObject({ state: 'received', attempts: failures + 1 });
  });

  it('goes on with a channel that is put right meanwhile, and with the others when one is taken away or its plan replaced', async () => {
    const wrong = await startHttpPeer(null, (response) => response.destroy());
    site.desk('Office').waysOut.channels.save(webhookTo('spare', wrong.port), null);
    save(planOf([{ after: 0, recipients: [everyone, outside, { to: 'channel', channel: 'spare' }] }]), { settings: webhookTo('outside', wrong.port).settings });
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(4);
    expect(site.desk('Office').waysOut.channels.remove('spare', null)).toMatchObject({ ok: true });
    expect(site.desk('Office').waysOut.channels.save(webhookTo('outside', peer.port), null)).toMatchObject({ ok: true });
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

  it('that was raised before the plans of the site came is known to everybody at once, and goes on by them when they come', async () => {
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

  it('goes on from its events after a restart', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }, { after: 60, recipients: [outside], when: { level: 'emergency' } }]));
    await site.pass(1);
    for (const name of ['Office', 'Children']) await site.desk(name).kill();
    status = 500;
    const alarm = site.desk('Front').press();
    await site.pass(3);
    await site.desk('Front').kill();
    site.clock.pass(10_000);
    status = 200;
    site.desk('Front').start();
    const before = told().length;
    await site.pass(9);
    expect(told().slice(before)).toMatchObject([{ occasion: 'raised', id: told()[0]?.id }]);
    expect(seenAt('Front', alarm)).toMatchObject({ unheard: true, recipients: expect.arrayContaining([expect.objectContaining({ id: 'outside', state: 'received' })]) });
  });

  it('is held up by no clock that is set back', async () => {
    save(planOf([{ after: 0, recipients: [{ to: 'station', station: site.desk('Office').id }] }, { after: 30, recipients: [everyone, outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(20);
    site.clock.pass(-60 * 60_000);
    await site.pass(12);
    expect(occasions()).toEqual(['raised']);
    expect(seenAt('Children', alarm)).toMatchObject({ addressed: true });
  });

  it('that becomes an emergency, or is closed under duress, says so outside at once, whatever the clocks of colleagues show', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    site.setAhead('Office', 5 * 60_000);
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(10);
    site.desk('Front').press();
    await site.pass(1);
    expect(occasions()).toEqual(['raised', 'raised-to-emergency']);
    await site.pass(10);
    site.desk('Front').alarms.closeUnderDuress(alarm, 'resolved', '', null);
    await site.pass(1);
    expect(occasions()).toEqual(['raised', 'raised-to-emergency', 'duress']);
    await site.desk('Front').kill();
    site.desk('Front').start();
    site.desk('Office').alarms.close(alarm, 'resolved', '', null);
    await site.pass(20);
    expect(occasions()).toEqual(['raised', 'raised-to-emergency', 'duress', 'closed']);
  });

  it('whose second press another station has to tell outside is told by it after 8 s, although a clock runs ahead', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]), { from: [site.desk('Office').id] });
    site.setAhead('Children', 5 * 60_000);
    await site.pass(1);
    site.desk('Front').press();
    await site.pass(10);
    site.desk('Front').press();
    await site.pass(1);
    await site.desk('Front').kill();
    await site.pass(10);
    expect(occasions()).toEqual(['raised', 'raised-to-emergency']);
  });

  it('that becomes an emergency says so outside although the clock was set back before and its moments stand still', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    site.clock.pass(-60 * 60_000);
    await site.pass(1);
    site.desk('Front').press();
    await site.pass(10);
    site.desk('Front').press();
    await site.pass(1);
    expect(occasions()).toEqual(['raised', 'raised-to-emergency']);
  });

  it('that somebody answers goes on being told outside, although the clock was set back before and its moments stand still', async () => {
    status = 500;
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    site.clock.pass(-60 * 60_000);
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(5);
    site.desk('Office').alarms.acknowledge(alarm, null);
    status = 200;
    await site.pass(10);
    expect(told().length).toBeGreaterThan(2);
    expect(seenAt('Front', alarm)?.attempts.at(-1)).toMatchObject({ occasion: 'raised', outcome: 'received' });
  });

  it('is a new one when somebody presses long after the first time, although the clock was set back before', async () => {
    await site.pass(1);
    site.clock.pass(-60 * 60_000);
    await site.pass(1);
    const first = site.desk('Front').press('emergency');
    await site.pass(20);
    expect(site.desk('Front').press('emergency')).toBe(first);
    await site.pass(20);
    expect(site.desk('Front').press('emergency')).not.toBe(first);
  });

  it('a drill is marked, takes the same path, and never reaches a channel that is not marked safe for drills', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    const drill = site.desk('Front').press('emergency', 'drill');
    await site.pass(60);
    expect(told()).toEqual([]);
    expect(seenAt('Children', drill)).toMatchObject({ kind: 'drill', state: 'received', addressed: true });
    site.desk('Office').alarms.close(drill, 'drill', '', null);
    site.desk('Office').waysOut.channels.save(webhookTo('outside', peer.port, { safeForDrills: true }), null);
    await site.pass(60);
    const safe = site.desk('Front').press('emergency', 'drill');
    await site.pass(1);
    expect(told()).toMatchObject([{ id: `${safe}/outside/raised`, kind: 'drill', subject: 'DRILL: Emergency at Front' }]);
    expect(told()[0]?.text).toContain('This is a drill.');
  });

  it('that is called off stays visible as called off, asks for a follow-up, and is told where the beginning was told', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(5);
    site.desk('Front').alarms.close(alarm, 'false-alarm', '', null);
    await site.pass(3600);
    expect(occasions()).toEqual(['raised', 'closed']);
    expect(told()[1]?.text).toContain('somebody still has to look in');
    expect(site.desk('Office').alarms.current()).toMatchObject([{ id: alarm, state: 'closed', followUp: 'asked' }]);
    site.desk('Office').alarms.followUp(alarm, 'She is well', null);
    await site.pass(1);
    expect(seenAt('Front', alarm)).toMatchObject({ followUp: 'done' });
    expect(site.desk('Office').alarms.current()).toEqual([]);
  });

  it('that is closed under duress looks closed at that desk and is an emergency everywhere else, outside too', async () => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(5);
    site.desk('Front').alarms.closeUnderDuress(alarm, 'resolved', '', null);
    await site.pass(5);
    expect(site.desk('Front').alarms.shownHere.current()).toMatchObject([{ id: alarm, state: 'closed', level: 'assist', duress: false }]);
    expect(seenAt('Office', alarm)).toMatchObject({ state: 'received', level: 'emergency', duress: true, closedAt: null });
    expect(occasions()).toEqual(['raised', 'duress']);
    site.desk('Office').alarms.acknowledge(alarm, null);
    site.desk('Office').alarms.arrive(alarm, null);
    await site.pass(5);
    expect(site.desk('Front').alarms.shownHere.find(alarm)).toMatchObject({ duress: false, acknowledgements: [], attempts: [{ occasion: 'raised' }, { occasion: 'closed' }] });
    const attempts = site.desk('Front').waysOut.channels.attempts('outside');
    expect(attempts.map(({ occasion }) => occasion)).toEqual(['duress', 'raised']);
    expect(site.desk('Front').alarms.attemptsShownHere(attempts).map(({ occasion }) => occasion)).toEqual(['closed', 'raised']);
    expect(site.desk('Front').alarms.shownHere.find(alarm)?.timeline.map(({ what }) => what)).not.toContain('duress');
    await site.desk('Front').kill();
    site.desk('Front').start();
    expect(site.desk('Front').alarms.shownHere.find(alarm)).toMatchObject({ state: 'closed', duress: false, acknowledgements: [] });
    const again = site.desk('Front').press();
    expect(again).not.toBe(alarm);
  });

  it('that is closed under duress tells more of the ways out than an end would, and none of that is shown at that desk', async () => {
    site.desk('Office').waysOut.channels.save(webhookTo('police', peer.port), null);
    save(planOf([{ after: 0, recipients: [everyone, outside] }, { after: 60, recipients: [{ to: 'channel', channel: 'police' }] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(5);
    site.desk('Front').alarms.closeUnderDuress(alarm, 'resolved', '', null);
    await site.pass(5);
    expect(occasions()).toEqual(['raised', 'duress', 'duress']);
    const shown = (channel: string) => site.desk('Front').alarms.attemptsShownHere(site.desk('Front').waysOut.channels.attempts(channel)).map(({ channel: to, occasion }) => [to, occasion]);
    expect(shown('police')).toEqual([]);
    expect(shown('outside')).toEqual([['outside', 'closed'], ['outside', 'raised']]);
    expect(JSON.stringify(site.desk('Front').alarms.shownHere.find(alarm))).not.toContain('police');
  });

  it('a sign-in with the duress code while a call is open is an emergency under duress elsewhere, and changes nothing on that desk’s screen', async () => {
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(5);
    const before = site.desk('Front').alarms.shownHere.current();
    const forced = site.desk('Front').alarms.press({ id: '00000000-0000-7000-8000-0000000000d1', level: 'emergency', kind: 'real', source: 'duress' }, null);
    await site.pass(2);
    expect(forced).not.toBe(alarm);
    expect(seenAt('Office', forced)).toMatchObject({ level: 'emergency', duress: true, addressed: true });
    expect(site.desk('Front').alarms.shownHere.current()).toEqual(before);
  });

  it('word of a fault goes to whom the plans name when it has lasted, and when it is over', async () => {
    save({ ...planOf([{ after: 0, recipients: [everyone] }]), faults: { channels: ['outside'], after: 60 } });
    await site.pass(1);
    const pedal = { key: 'device/pedal', kind: 'device' as const, subject: 'Foot pedal', message: 'Foot pedal is not plugged in.', remedy: 'Plug it in.', disarms: true };
    const measure = async (seconds: number, ...found: readonly (typeof pedal)[]) => {
      for (let second = 0; second < seconds; second += 1) {
        await site.pass(1);
        site.desk('Front').faults.tick(found);
      }
    };
    await measure(20);
    await measure(59, pedal);
    expect(told()).toEqual([]);
    await measure(5, pedal);
    expect(told()).toMatchObject([{ occasion: 'fault', sentBy: 'Front', subject: 'Fault at Front: Foot pedal is not plugged in.' }]);
    await measure(120, pedal);
    await measure(30);
    expect(occasions()).toEqual(['fault', 'fault-ended']);
  });
});
