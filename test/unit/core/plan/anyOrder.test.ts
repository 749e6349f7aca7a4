import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../../../main/contract/alarm.ts';
import { planDocumentSchema, type PlanDocument } from '../../../../main/contract/plan.ts';
import { pressesOf } from '../../../../main/core/alarm/foldAlarm.ts';
import { choosePlan } from '../../../../main/core/plan/choosePlan.ts';
import { dueChannels, mayCarry, type Way } from '../../../../main/core/plan/dueDeliveries.ts';
import { isAddressed, nextStepAt, reachedSteps } from '../../../../main/core/plan/escalation.ts';
import { createSimulatedSite, type Luck, type SimulatedSite } from '../../../support/simulatedSite.ts';

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
const everyone = new Set(ids);
const channels: readonly Way[] = [
  { id: 'mail', safeForDrills: true, from: [] },
  { id: 'police', safeForDrills: false, from: ids.slice(1, 3) },
];
const pressId = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const station = fc.nat({ max: ids.length - 1 });
/** To which of the connected stations a frame gets, one bit each. */
const frames = fc.nat({ max: 2 ** ids.length - 1 });
const luck = fc.array(fc.constantFrom<Luck>('through', 'answer lost', 'failed', 'failed'), { maxLength: 6 });
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('press' as const), station, id: fc.nat({ max: 11 }), level: fc.constantFrom('assist' as const, 'emergency' as const), kind: fc.constantFrom('real' as const, 'real' as const, 'real' as const, 'drill' as const), frames }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('acknowledge' as const, 'arrive' as const, 'close' as const, 'close' as const, 'duress' as const), station, frames }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'start' as const, 'cut' as const, 'join' as const), station }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 15 }), luck }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('replicate' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

const recipient = fc.oneof(
  fc.constant({ to: 'everyone' as const }),
  fc.constantFrom(...ids, 'e'.repeat(32)).map((id) => ({ to: 'station' as const, station: id })),
  fc.constantFrom('security', 'nobody').map((group) => ({ to: 'group' as const, group })),
  fc.constantFrom('mail', 'police', 'gone').map((channel) => ({ to: 'channel' as const, channel })),
);
const step = fc.record({ after: fc.integer({ min: 0, max: 60 }), recipients: fc.array(recipient, { minLength: 1, maxLength: 3 }), when: fc.record({ unacknowledged: fc.boolean(), level: fc.constantFrom('assist', 'emergency') }) });
const document = fc.array(step, { minLength: 1, maxLength: 4 }).map(
  (steps): PlanDocument => planDocumentSchema.parse({ plans: [{ id: 'one', name: 'One', steps }], groups: [{ id: 'security', name: 'Security', stations: ids.slice(2) }] }),
);

/** Every open alarm goes on by itself, has been answered, or stands at its end before everybody's eyes. */
const expectNobodyForgotten = (site: SimulatedSite, plans: PlanDocument): void => {
  for (const at of site.stations.filter(({ running }) => running)) {
    for (const alarm of site.alarmsAt(at).filter(({ closedAt }) => closedAt === null)) {
      const elapsed = site.elapsedAt(at, alarm);
      const answered = alarm.acknowledgements.length > 0;
      const further = nextStepAt(plans, alarm, elapsed) !== null;
      const atItsEnd = ids.every((id) => isAddressed(plans, alarm, id, everyone, elapsed)) && reachedSteps(plans, alarm, elapsed).length >= stepsFor(plans, alarm);
      if (!answered && !further && !atItsEnd) throw new Error(`An open alarm has neither a next step nor an answer: ${JSON.stringify({ alarm, elapsed })}`);
    }
  }
};

const stepsFor = (plans: PlanDocument, alarm: Alarm): number => choosePlan(plans, alarm).steps.filter(({ when }) => when.level === 'assist' || alarm.level === 'emergency').length;

const act = (site: SimulatedSite, plans: PlanDocument, noticed: Set<string>, given: Action, number: number): void => {
  const look = (): void => expectNobodyForgotten(site, plans);
  const arrives = (mask: number) => (to: string) => (mask & (1 << ids.indexOf(to))) !== 0;
  switch (given.do) {
    case 'press':
      // A press that is sent again carries its number again, and comes to the same station.
      if (site.press(given.id, pressId(given.id), given.level, given.kind, arrives(given.frames))) noticed.add(pressId(given.id));
      break;
    case 'acknowledge':
      return site.answer(given.station, 'AlarmAcknowledged', arrives(given.frames));
    case 'arrive':
      return site.answer(given.station, 'ResponderArrived', arrives(given.frames));
    case 'close':
      return site.close(given.station, arrives(given.frames));
    case 'duress':
      return site.force(given.station, pressId(1000 + number), arrives(given.frames));
    case 'kill':
      return site.kill(given.station);
    case 'start':
      return site.start(given.station);
    case 'cut':
      return site.cutOff(given.station);
    case 'join':
      return site.joinUp(given.station);
    case 'replicate':
      return site.replicate();
    case 'pass': {
      const tries = [...given.luck];
      return site.pass(given.seconds, () => tries.shift() ?? 'failed', look);
    }
  }
};

/** The survivors are back, hear one another, and the channels work; the others are gone for good. */
const heal = (site: SimulatedSite, plans: PlanDocument, survivors: readonly string[] = ids): void => {
  for (const [index, id] of ids.entries()) {
    site.joinUp(index);
    if (survivors.includes(id)) site.start(index);
    else site.kill(index);
  }
  site.replicate();
  for (let minute = 0; minute < 5; minute += 1) {
    site.pass(60, () => 'through', () => {});
    expectNobodyForgotten(site, plans);
  }
  site.replicate();
};

const story = fc.array(action, { minLength: 1, maxLength: 30 });
/** `QUIETBELL_SEED` repeats a run. */
const seed = Number(process.env['QUIETBELL_SEED'] ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: 150 };

describe('whatever happens in whatever order: presses, answers, losses, deaths and restarts', () => {
  beforeAll(() => console.info(`seed of the stories: ${seed}`));

  it('no alarm is lost, none is two, and an open one always has a next step or an answer', () => {
    fc.assert(
      fc.property(document, story, (plans, actions) => {
        const site = createSimulatedSite(ids, plans, channels);
        const noticed = new Set<string>();
        for (const [number, given] of actions.entries()) act(site, plans, noticed, given, number);
        heal(site, plans);
        const [first, ...others] = site.stations.map((at) => site.alarmsAt(at).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        for (const other of others) expect(other).toEqual(first);
        const at = site.stations[0] ?? fail();
        const pressesByAlarm = (first ?? []).map(({ id }) => [...pressesOf(site.eventsOf(at, id))]);
        for (const press of noticed) expect(pressesByAlarm.filter((presses) => presses.includes(press))).toHaveLength(1);
        for (const { id } of (first ?? []).filter(({ closedAt }) => closedAt !== null)) {
          const events = site.eventsOf(at, id);
          const answered = new Set(events.flatMap((event) => (event.kind === 'AlarmClosed' ? event.body.presses : [])));
          expect([...pressesOf(events).difference(answered)]).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('what has to get out gets out, whoever is left, one message by one name, no more of it once somebody has said so, and drills only where they may', () => {
    fc.assert(
      fc.property(document, story, fc.subarray(ids, { minLength: 1 }), (plans, actions, survivors) => {
        const site = createSimulatedSite(ids, plans, channels);
        for (const [number, given] of actions.entries()) act(site, plans, new Set(), given, number);
        heal(site, plans, survivors);
        const at = site.stations.find(({ id }) => survivors.includes(id)) ?? fail();
        for (const alarm of site.alarmsAt(at)) {
          const out = site.outside.filter(({ message }) => message.startsWith(alarm.id));
          for (const { message, channel, occasion } of out) expect(message).toBe(`${alarm.id}/${channel}/${occasion}`);
          for (const channel of channels.filter(({ id }) => !mayCarry({ safeForDrills: channels.some((way) => way.id === id && way.safeForDrills) }, alarm.kind))) expect(out.filter((delivery) => delivery.channel === channel.id)).toEqual([]);
          const wanted = alarm.closedAt === null ? [...dueChannels(plans, alarm, site.elapsedAt(at, alarm)).keys()].filter((id) => isCarried(id, alarm, survivors)) : [];
          expect(out.map(({ channel }) => channel)).toEqual(expect.arrayContaining(wanted));
        }
        const before = site.outside.length;
        site.pass(300, () => 'through', () => {});
        expect(site.outside.length).toBe(before);
      }),
      runs,
    );
  });
});

/** Whether somebody is left who may use the channel for it. */
const isCarried = (id: string, { kind }: Alarm, survivors: readonly string[]): boolean =>
  channels.some((way) => way.id === id && mayCarry(way, kind) && (way.from.length === 0 || survivors.some((survivor) => way.from.includes(survivor))));

const fail = (): never => {
  throw new Error('a site has stations');
};
