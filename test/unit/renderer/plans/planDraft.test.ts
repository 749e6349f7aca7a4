import { describe, expect, test } from 'vitest';
import { planSchema } from '../../../../main/contract/index.ts';
import { checkPlan, draftOf, newPlan, newStep } from '../../../../renderer/plans/planDraft.ts';
import { nextSpan, weekdays } from '../../../../renderer/plans/weekdays.ts';
import { flawAt } from '../../../../renderer/settings/flaws.ts';

const plan = planSchema.parse({
  id: 'nights',
  name: 'Nights',
  use: 'alone',
  stations: ['a'.repeat(32)],
  secondPress: 60,
  steps: [
    { after: 0, recipients: [{ to: 'channel', channel: 'centre' }], when: { level: 'emergency', alone: true } },
    { after: 45, recipients: [{ to: 'everyone' }, { to: 'group', group: 'upstairs' }], when: { unacknowledged: false, outOfHours: true } },
  ],
});

describe('a plan while somebody edits it', () => {
  test('loses nothing on the way through the form', () => {
    expect(checkPlan(draftOf(plan), [])).toEqual({ ok: true, plan });
  });

  test('begins as one that can be saved once it has a name', () => {
    expect(checkPlan({ ...newPlan(), name: 'At night' }, ['at-night'])).toMatchObject({ ok: true, plan: { id: 'at-night-2', steps: [{ after: 0, recipients: [{ to: 'everyone' }] }] } });
  });

  test('is kept with its steps in the order of their times', () => {
    const { steps, ...rest } = draftOf(plan);
    const checked = checkPlan({ ...rest, steps: steps.toReversed() }, []);
    expect(checked.ok && checked.plan.steps.map(({ after }) => after)).toEqual([0, 45]);
  });

  test('names the step and the field that cannot stay', () => {
    const draft = draftOf(plan);
    const steps = draft.steps.map((step, index) => (index === 1 ? { ...step, after: '4000', recipients: [] } : step));
    const checked = checkPlan({ ...draft, name: ' ', secondPress: '', steps }, []);
    const flaws = checked.ok ? [] : checked.flaws;
    expect(flawAt(flaws, 'steps.1.after')).toMatchObject({ code: 'too-big', limit: 3600 });
    expect(flawAt(flaws, 'steps.1.recipients')).toMatchObject({ code: 'missing' });
    expect(flawAt(flaws, 'name')).toBeDefined();
    expect(flawAt(flaws, 'steps.0.after')).toBeUndefined();
  });

  test('a further step comes half a minute after the last one', () => {
    expect(newStep(draftOf(plan).steps)).toMatchObject({ after: '75', recipients: [], when: { unacknowledged: true, level: 'assist' } });
  });
});

test('days are counted as ISO 8601 does, and one more line means the same times on the next day', () => {
  expect(weekdays('en-GB').map(({ day, name }) => `${day} ${name}`)).toEqual(['1 Monday', '2 Tuesday', '3 Wednesday', '4 Thursday', '5 Friday', '6 Saturday', '7 Sunday']);
  expect(nextSpan([{ day: 7, from: '22:00', to: '06:00' }])).toEqual({ day: 1, from: '22:00', to: '06:00' });
});
