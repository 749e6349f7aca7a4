import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planDocumentSchema, type PlanDocument } from '../../../../main/contract/plan.ts';
import { planFromYaml, planToYaml } from '../../../../main/station/plan/planYaml.ts';
import { checkPlan } from '../../../../main/core/plan/checkPlan.ts';
import { stationOf } from '../../../support/alarmStory.ts';

const stations = ['Desk 1', 'Office: back', '12', 'yes', '# Children', 'Théo’s "desk"'].map((name, index) => ({ id: stationOf('012345'[index] ?? '9'), name }));
const nothingWrong = () => [];
const read = (text: string) => planFromYaml(text, stations, nothingWrong);
const message = (text: string): string => {
  const result = read(text);
  return result.ok ? 'it is right' : result.error.message;
};

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => planDocumentSchema.shape.plans.element.shape.name.safeParse(text).success).map((text) => text.trim());
const station = fc.constantFrom(...stations.map(({ id }) => id), stationOf('f'));
const recipient = fc.oneof(
  fc.constant({ to: 'everyone' as const }),
  station.map((id) => ({ to: 'station' as const, station: id })),
  slug.map((group) => ({ to: 'group' as const, group })),
  slug.map((channel) => ({ to: 'channel' as const, channel })),
);
const when = fc.record({ unacknowledged: fc.boolean(), level: fc.constantFrom('assist' as const, 'emergency' as const), alone: fc.boolean(), outOfHours: fc.boolean() }, { requiredKeys: ['unacknowledged', 'level'] });
const step = fc.record({ after: fc.integer({ min: 0, max: 3600 }), recipients: fc.array(recipient, { minLength: 1, maxLength: 4 }), when });
const plan = fc.record({ id: slug, name, use: fc.constantFrom('always' as const, 'alone' as const), stations: fc.array(station, { maxLength: 3 }), secondPress: fc.integer({ min: 5, max: 600 }), steps: fc.array(step, { minLength: 1, maxLength: 4 }) });
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const document: fc.Arbitrary<PlanDocument> = fc.record({
  plans: fc.array(plan, { minLength: 1, maxLength: 3 }),
  groups: fc.array(fc.record({ id: slug, name, stations: fc.array(station, { maxLength: 3 }) }), { maxLength: 2 }),
  hours: fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), from: time, to: time }), { maxLength: 3 }),
  faults: fc.record({ channels: fc.array(slug, { maxLength: 2 }), after: fc.integer({ min: 0, max: 3600 }) }),
  checkIn: fc.record({ every: fc.integer({ min: 1, max: 240 }), grace: fc.integer({ min: 15, max: 1800 }), level: fc.constantFrom('assist' as const, 'emergency' as const) }),
});

const seed = Number(process.env['QUIETBELL_SEED'] ?? Date.now() % 2 ** 31);

describe('plans as YAML', () => {
  beforeAll(() => console.info(`seed of the documents: ${seed}`));

  it('are the same plans again when they are read back', () => {
    fc.assert(
      fc.property(document, (given) => {
        expect(read(planToYaml(given, stations))).toEqual({ ok: true, value: given });
      }),
      { seed, numRuns: 200 },
    );
  });

  it('name stations as people do, in whatever case', () => {
    const text = planToYaml(planDocumentSchema.parse({ plans: [{ id: 'one', name: 'One', stations: [stationOf('0')], steps: [{ after: 0, recipients: [{ to: 'station', station: stationOf('1') }] }] }] }), stations);
    expect(text).toContain('Desk 1');
    expect(text).not.toContain(stationOf('1'));
    expect(read(text.replace('Desk 1', 'DESK 1'))).toMatchObject({ ok: true, value: { plans: [{ stations: [stationOf('0')] }] } });
  });

  it('name the line and the key of a mistake', () => {
    const lines = ['plans:', '  - id: one', '    name: One', '    steps:', '      - after: 0', '        recipients:', '          - to: everyone', '      - after: 10', '        recipients:', '          - to: station', '            station: Desk 1'];
    const changed = (line: number, text: string) => message(lines.with(line - 1, text).join('\n'));
    expect(message(lines.join('\n'))).toBe('it is right');
    expect(changed(11, '            station: Desk 9')).toBe('Line 11, plans.0.steps.1.recipients.0.station: The site has no station called "Desk 9".');
    expect(changed(8, '      - after: soon')).toMatch(/^Line 8, plans\.0\.steps\.1\.after: /);
    expect(changed(3, '    nmae: One')).toMatch(/^Line 2, plans\.0\.name: /);
    expect(changed(7, '          - too: everyone')).toMatch(/^Line 7, plans\.0\.steps\.0\.recipients\.0/);
    expect(changed(3, '    name: "One')).toMatch(/^Line \d+: /);
    expect(message('')).toMatch(/^Line 1: /);
    expect(message('- &a [*a]')).toMatch(/^Line 1/);
  });

  it('name the line of what the site does not have', () => {
    const text = 'plans:\n  - id: one\n    name: One\n    steps:\n      - after: 0\n        recipients:\n          - to: everyone\n          - to: channel\n            channel: police\n';
    const result = planFromYaml(text, stations, (plans) => checkPlan(plans, { stations: new Set(stations.map(({ id }) => id)), channels: [] }));
    expect(result).toMatchObject({ ok: false, error: { type: 'PlanInvalid', message: expect.stringMatching(/^Line 9, plans\.0\.steps\.0\.recipients\.1\.channel: .*"police", which is not set up\.$/) } });
  });

  it('whatever the text, are read or refused', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => typeof read(text).ok === 'boolean'), { seed, numRuns: 300 });
  });
});
