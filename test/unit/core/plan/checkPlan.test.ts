import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../../main/core/plan/checkPlan.ts';
import { defaultPlanDocument } from '../../../../main/core/plan/defaultPlan.ts';
import type { Way } from '../../../../main/core/plan/dueDeliveries.ts';
import { everyStation, office, planOf, stationOf } from '../../../support/alarmStory.ts';

const mail: Way = { id: 'mail', safeForDrills: true, from: [] };
const check = (document: Parameters<typeof checkPlan>[0], channels = [mail]) => checkPlan(document, { stations: everyStation, channels }).map(({ severity, field, message }) => `${severity} ${field}: ${message}`);
const everyone = { to: 'everyone' };

describe('the check of plans', () => {
  it('has nothing against what a new site begins with', () => {
    expect(check(defaultPlanDocument, [])).toEqual([]);
  });

  it('refuses names of what is not there', () => {
    expect(check(planOf([{ after: 0, recipients: [everyone, { to: 'station', station: stationOf('a') }, { to: 'group', group: 'security' }, { to: 'channel', channel: 'police' }] }]))).toEqual([
      'error plans.0.steps.0.recipients.1.station: The plan "Colleagues", step 1, names a station that the site does not have (aaaaaaaa).',
      'error plans.0.steps.0.recipients.2.group: The plan "Colleagues", step 1, names the group "security", which is not in the document.',
      'error plans.0.steps.0.recipients.3.channel: The plan "Colleagues", step 1, names the channel "police", which is not set up.',
    ]);
    const groups = [{ id: 'security', name: 'Security', stations: [stationOf('a')] }];
    expect(check(planOf([{ after: 0, recipients: [everyone] }], { groups, faults: { channels: ['it'] } }))).toEqual([
      'error groups.0.stations.0: The group "Security" names a station that the site does not have (aaaaaaaa).',
      'error faults.channels.0: The list of those who are told of faults names the channel "it", which is not set up.',
    ]);
  });

  it('refuses a plan that tells nobody, and points at a step that does', () => {
    const groups = [{ id: 'empty', name: 'Empty', stations: [] }];
    const step = { after: 0, recipients: [{ to: 'group', group: 'empty' }] };
    expect(check(planOf([step], { groups }))).toEqual([expect.stringMatching(/^warning plans\.0\.steps\.0\.recipients: /), expect.stringMatching(/^error plans\.0\.steps: .* tells nobody/)]);
    expect(check(planOf([step, { after: 9, recipients: [{ to: 'station', station: office }] }], { groups }))).toEqual([expect.stringMatching(/^warning plans\.0\.steps\.0\.recipients: /)]);
  });

  it('refuses two plans or groups of one name', () => {
    const plan = { id: 'one', name: 'One', steps: [{ after: 0, recipients: [everyone] }] };
    const group = { id: 'two', name: 'Two', stations: [office] };
    expect(check(planOf([], { plans: [plan, plan], groups: [group, group] }))).toEqual(['error plans.1.id: There are two plans "one".', 'error groups.1.id: There are two groups "two".']);
  });

  it('warns of a plan for working alone without a way out of the building, once there is one', () => {
    expect(check(defaultPlanDocument)).toEqual(['warning plans.1.steps: The plan "Working alone" is for people who work alone, and tells nobody outside of the building.']);
  });

  it('warns of a step that waits for hours which nobody wrote down, and of a channel that no station may use', () => {
    const [late] = check(planOf([{ after: 0, recipients: [everyone] }, { after: 9, recipients: [everyone], when: { outOfHours: true } }]));
    expect(late).toMatch(/^warning plans\.0\.steps\.1\.when\.outOfHours: /);
    expect(check(planOf([{ after: 0, recipients: [everyone, { to: 'channel', channel: 'mail' }] }]), [{ ...mail, from: [stationOf('a')] }])).toEqual([expect.stringMatching(/^warning .* none of the stations that may use it/)]);
  });

  it('hints at channels that a drill does not use', () => {
    expect(check(planOf([{ after: 0, recipients: [everyone, { to: 'channel', channel: 'mail' }] }]), [{ ...mail, safeForDrills: false }])).toEqual(['hint plans.0.steps: The plan "Colleagues" leaves out mail in a drill: not marked safe for drills.']);
  });
});
