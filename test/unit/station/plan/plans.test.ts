import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPlanDocument } from '../../../../main/core/plan/defaultPlan.ts';
import { createHeldSite, documentOf, webhookTo, type HeldSite } from '../../../support/heldSite.ts';

const everyone = { to: 'everyone' };
const plansOf = (...recipients: readonly object[]) => documentOf({ plans: [{ id: 'colleagues', name: 'Colleagues', steps: [{ after: 0, recipients }] }] });

let site: HeldSite;
beforeEach(async () => {
  site = await createHeldSite('Front', 'Office');
});
afterEach(() => site.close());

it('plans that name what is not there are refused, and nothing is replaced', () => {
  const { plans } = site.desk('Front');
  expect(plans.save(plansOf(everyone, { to: 'channel', channel: 'police' }), null)).toMatchObject({ ok: false, error: { type: 'PlanInvalid', field: 'plans.0.steps.0.recipients.1.channel' } });
  expect(plans.fromYaml(plans.toYaml().replace('everyone', 'nobody'), null)).toMatchObject({ ok: false, error: { type: 'PlanInvalid', message: expect.stringMatching(/^Line \d+, /) } });
  expect(plans.document()).toEqual(defaultPlanDocument);
});

it('plans that are saved at one station are those of all', async () => {
  const document = plansOf(everyone, { to: 'station', station: site.desk('Office').id });
  expect(site.desk('Front').plans.fromYaml(site.desk('Front').plans.toYaml(), null)).toMatchObject({ ok: true });
  expect(site.desk('Front').plans.save(document, null)).toMatchObject({ ok: true });
  await site.pass(1);
  expect(site.desk('Office').plans.document()).toEqual(document);
  expect(site.desk('Office').plans.toYaml()).toContain('station: Office');
});

it('a channel that goes while a plan counts on it is something to look at', async () => {
  const { plans, waysOut } = site.desk('Front');
  expect(waysOut.channels.save(webhookTo('police', 9), null)).toMatchObject({ ok: true });
  expect(plans.save(plansOf(everyone, { to: 'channel', channel: 'police' }), null)).toMatchObject({ ok: true });
  expect(plans.problems()).toEqual([]);
  waysOut.channels.remove('police', null);
  await site.pass(1);
  expect(plans.problems()).toMatchObject([{ message: expect.stringContaining('"police", which is not set up') }]);
});
