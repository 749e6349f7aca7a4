import { describe, expect } from 'vitest';
import { webhookTo } from '../../../../support/heldSite.ts';
import { everyone, it, outside, planOf } from '../../../../support/plannedSite.ts';

describe('an alarm, in drills, at its end and under duress', () => {
  it('a drill is marked, takes the same path, and never reaches a channel that is not marked safe for drills', async ({ site, receiver, save, told, seenAt }) => {
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    const drill = site.desk('Front').press('emergency', 'drill');
    await site.pass(60);
    expect(told()).toEqual([]);
    expect(seenAt('Children', drill)).toMatchObject({ kind: 'drill', state: 'received', addressed: true });
    site.desk('Office').alarms.close(drill, 'drill', '', null);
    site.desk('Office').waysOut.channels.save(webhookTo('outside', receiver.port, { safeForDrills: true }), null);
    await site.pass(60);
    const safe = site.desk('Front').press('emergency', 'drill');
    await site.pass(1);
    expect(told()).toMatchObject([{ id: `${safe}/outside/raised`, kind: 'drill', subject: 'DRILL: Emergency at Front' }]);
    expect(told()[0]?.text).toContain('This is a drill.');
  });

  it('that is called off stays visible as called off, asks for a follow-up, and is told where the beginning was told', async ({ site, save, told, occasions, seenAt }) => {
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

  it('that is closed under duress looks closed at that desk and is an emergency everywhere else, outside too', async ({ site, save, occasions, seenAt }) => {
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

  it('that is closed under duress tells more of the ways out than an end would, and none of that is shown at that desk', async ({ site, receiver, save, occasions }) => {
    site.desk('Office').waysOut.channels.save(webhookTo('police', receiver.port), null);
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

  it('a sign-in with the duress code while a call is open is an emergency under duress elsewhere, and changes nothing on that desk’s screen', async ({ site, seenAt }) => {
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

  it('word of a fault goes to whom the plans name when it has lasted, and when it is over', async ({ site, save, told, occasions }) => {
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
