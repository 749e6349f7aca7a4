import { describe, expect } from 'vitest';
import { everyone, it, outside, planOf } from '../../../../support/plannedSite.ts';

describe('an alarm and clocks that are wrong', () => {
  it('is held up by no clock that is set back', async ({ site, save, occasions, seenAt }) => {
    save(planOf([{ after: 0, recipients: [{ to: 'station', station: site.desk('Office').id }] }, { after: 30, recipients: [everyone, outside] }]));
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(20);
    site.clock.pass(-60 * 60_000);
    await site.pass(12);
    expect(occasions()).toEqual(['raised']);
    expect(seenAt('Children', alarm)).toMatchObject({ addressed: true });
  });

  it('that becomes an emergency, or is closed under duress, says so outside at once, whatever the clocks of colleagues show', async ({ site, save, occasions }) => {
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

  it('whose second press another station has to tell outside is told by it after 8 s, although a clock runs ahead', async ({ site, save, occasions }) => {
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

  it('that becomes an emergency says so outside although the clock was set back before and its moments stand still', async ({ site, save, occasions }) => {
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

  it('that somebody answers goes on being told outside, although the clock was set back before and its moments stand still', async ({ site, receiver, save, told, seenAt }) => {
    receiver.answerWith(500);
    save(planOf([{ after: 0, recipients: [everyone, outside] }]));
    await site.pass(1);
    site.clock.pass(-60 * 60_000);
    await site.pass(1);
    const alarm = site.desk('Front').press();
    await site.pass(5);
    site.desk('Office').alarms.acknowledge(alarm, null);
    receiver.answerWith(200);
    await site.pass(10);
    expect(told().length).toBeGreaterThan(2);
    expect(seenAt('Front', alarm)?.attempts.at(-1)).toMatchObject({ occasion: 'raised', outcome: 'received' });
  });

  it('is a new one when somebody presses long after the first time, although the clock was set back before', async ({ site }) => {
    await site.pass(1);
    site.clock.pass(-60 * 60_000);
    await site.pass(1);
    const first = site.desk('Front').press('emergency');
    await site.pass(20);
    expect(site.desk('Front').press('emergency')).toBe(first);
    await site.pass(20);
    expect(site.desk('Front').press('emergency')).not.toBe(first);
  });
});
