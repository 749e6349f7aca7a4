/** From the edges of bound elements to what they are for: the real recognisers, alarms, desk and ledger; only the pedals are in the hand of the test. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Binding, Gesture, Purpose, Trigger } from '../../../../main/contract/trigger.ts';
import { defaultPlanDocument } from '../../../../main/core/plan/defaultPlan.ts';
import { createListeners } from '../../../../main/core/listeners.ts';
import type { ElementChange } from '../../../../main/core/trigger/devices.ts';
import { createAlarms, type Alarms } from '../../../../main/station/alarm/alarms.ts';
import { createChanges } from '../../../../main/station/changes.ts';
import type { StationContext } from '../../../../main/station/context.ts';
import { createDeskState, type DeskState } from '../../../../main/station/alarm/deskState.ts';
import { enrolmentOf } from '../../../../main/station/site/enrolment.ts';
import { createTriggers, type Triggers } from '../../../../main/station/trigger/triggers.ts';
import { createNoDevices } from '../../../../native/noDevices.ts';
import { makeTestStation, openTestLedger, silentLog, type TestLedger } from '../../../support/ledger/testLedger.ts';

const desk = makeTestStation('Desk 1');
const office = makeTestStation('Back office');
const clock = { now: () => Date.now() };

const device = { vendorId: 0x05f3, productId: 0xff, usagePage: 12, usage: 1, interface: 0, serialNumber: null, portPath: '1-1:1.0' };
const left: Trigger = { type: 'device', device, element: { reportId: 0, byte: 0, mask: 1, value: 1 }, name: 'left pedal' };
const right = { device, element: { reportId: 0, byte: 0, mask: 4, value: 4 }, name: 'right pedal' };
const f13: Trigger = { type: 'key', key: { code: 'F13', ctrl: false, alt: false, shift: false } };

let made = 0;
const newId = (): string => `00000000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`;

/** A station without its pedals and its network. */
const openStation = (self: typeof desk, open: TestLedger) => {
  const identity = { station: self.station, signingKey: self.signingKey, tlsKey: new Uint8Array(), authorityCertificate: new Uint8Array(), siteKey: new Uint8Array(32), authorityKey: null };
  const context: StationContext = { ledger: open.ledger, identity, clock, ids: { next: newId }, log: silentLog, changes: createChanges(silentLog), procedures: [] };
  open.ledger.append([enrolmentOf(self.station)]);
  // As the station does: a new binding is announced.
  open.ledger.onEvents(() => context.changes.announce('bindings', 'settings'));
  return { context, alarms: createAlarms(context, () => {}) };
};

describe('the triggers of a station', () => {
  let open: TestLedger;
  let colleague: TestLedger;
  let context: StationContext;
  let alarms: Alarms;
  let atDesk: DeskState;
  let triggers: Triggers;
  let elements: ReturnType<typeof createListeners<ElementChange>>;
  let stuckAfter: number[];
  let watched: readonly Binding[];

  const start = (): Triggers =>
    createTriggers(context, {
      devices: { ...createNoDevices(), onElement: elements.add, setStuckAfter: (seconds) => stuckAfter.push(seconds), watch: (bindings) => (watched = bindings) },
      alarms,
      desk: atDesk,
      staff: () => null,
    });

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 9) });
    open = openTestLedger(desk, [office], clock);
    colleague = openTestLedger(office, [desk], clock);
    ({ context, alarms } = openStation(desk, open));
    atDesk = createDeskState(context, { document: () => defaultPlanDocument, press: (press) => void alarms.press(press, null) });
    elements = createListeners(silentLog);
    stuckAfter = [];
    watched = [];
    triggers = start();
  });
  afterEach(() => {
    triggers.stop();
    atDesk.stop();
    alarms.stop();
    open.close();
    colleague.close();
    vi.useRealTimers();
  });

  const bind = (purpose: Purpose, gesture: Gesture = { type: 'press' }, trigger: Trigger = left): Binding => {
    const bound = triggers.bind({ purpose, gesture, trigger }, null);
    if (!bound.ok) throw new Error(bound.error.message);
    return bound.value;
  };
  const edge = (binding: Binding, pressed: boolean, id = newId()) => triggers.edge({ id, binding: binding.id, pressed });
  /** What `native` tells of an element: once for each of its bindings, in their order. */
  const change = (bindings: readonly Binding[], pressed: boolean, part: ElementChange['part'] = 'first'): void => {
    for (const binding of bindings) elements.tell({ binding, part, pressed, at: clock.now() });
  };
  const step = (bindings: readonly Binding[], held = 100): void => {
    change(bindings, true);
    vi.advanceTimersByTime(held);
    change(bindings, false);
  };
  const raised = () => alarms.current().map(({ level, state }) => [level, state]);

  describe('that call for help', () => {
    it('raise an alarm of the level that the binding says, named after a new press', () => {
      change([bind('emergency')], true);
      expect(alarms.current()).toMatchObject([{ level: 'emergency', source: 'device', station: 'Desk 1', kind: 'real' }]);
    });

    it('do so for a press at once, and a double press of the same pedal raises it to emergency', () => {
      const both = [bind('assist'), bind('emergency', { type: 'double-press' })];
      expect(watched).toHaveLength(2);
      change(both, true);
      expect(raised()).toEqual([['assist', 'raised']]);
      vi.advanceTimersByTime(200);
      change(both, false);
      vi.advanceTimersByTime(200);
      change(both, true);
      expect(raised()).toEqual([['emergency', 'raised']]);
    });

    it('do nothing for one press where a double press is asked for', () => {
      const strict = [bind('emergency', { type: 'double-press' })];
      step(strict);
      vi.advanceTimersByTime(5000);
      expect(raised()).toEqual([]);
      step(strict);
      expect(raised()).toEqual([]);
      vi.advanceTimersByTime(300);
      step(strict);
      expect(raised()).toEqual([['emergency', 'raised']]);
    });

    it('count a hold while it is still held, when its time is reached, and once', () => {
      const hold = [bind('assist', { type: 'hold', seconds: 1.5 })];
      step(hold, 1400);
      expect(raised()).toEqual([]);
      change(hold, true);
      vi.advanceTimersByTime(1500);
      expect(raised()).toEqual([['assist', 'raised']]);
      vi.advanceTimersByTime(20_000);
      change(hold, false);
      // A second one would have raised it to emergency.
      expect(raised()).toEqual([['assist', 'raised']]);
    });

    it('count a hold whatever the clock does meanwhile', () => {
      const hold = [bind('assist', { type: 'hold', seconds: 2 })];
      change(hold, true);
      vi.setSystemTime(Date.now() - 3_600_000);
      vi.advanceTimersByTime(2000);
      expect(raised()).toEqual([['assist', 'raised']]);
    });

    it('count two elements together in either order, also of two devices', () => {
      const pair = [bind('emergency', { type: 'together', with: { ...right, device: { ...device, portPath: '1-2:1.0' } } })];
      change(pair, true, 'second');
      vi.advanceTimersByTime(800);
      expect(raised()).toEqual([]);
      change(pair, true, 'first');
      expect(raised()).toEqual([['emergency', 'raised']]);
    });

    it('go on doing so while the ledger cannot be read', () => {
      const pedal = [bind('assist')];
      open.database.close();
      change(pedal, true);
      expect(raised()).toEqual([['assist', 'raised']]);
    });
  });

  describe('that come from a window', () => {
    it('count an edge that is sent twice once', () => {
      const key = bind('assist', { type: 'press' }, f13);
      const id = newId();
      expect(edge(key, true, id).ok).toBe(true);
      vi.advanceTimersByTime(2000);
      expect(edge(key, true, id).ok).toBe(true);
      expect(raised()).toEqual([['assist', 'raised']]);
      expect(alarms.current()[0]?.id).toBe(id);
    });

    it('count an edge once that is sent again after the station was started anew', () => {
      const key = bind('assist', { type: 'press' }, f13);
      const id = newId();
      edge(key, true, id);
      triggers.stop();
      triggers = start();
      vi.advanceTimersByTime(1000);
      edge(key, true, id);
      expect(raised()).toEqual([['assist', 'raised']]);
    });

    it('are judged by their gesture: two presses, and a key that is held', () => {
      const spot = bind('assist', { type: 'double-press' }, { type: 'spot' });
      edge(spot, true);
      edge(spot, false);
      vi.advanceTimersByTime(400);
      expect(raised()).toEqual([]);
      edge(spot, true);
      expect(raised()).toEqual([['assist', 'raised']]);

      const key = bind('emergency', { type: 'hold', seconds: 1 }, f13);
      edge(key, true);
      vi.advanceTimersByTime(1000);
      expect(raised()).toEqual([['emergency', 'raised']]);
    });

    it('are refused for a binding that is unknown or on a pedal', () => {
      const pedal = bind('assist');
      expect(triggers.edge({ id: newId(), binding: newId(), pressed: true })).toMatchObject({ ok: false, error: { type: 'BindingUnknown' } });
      expect(edge(pedal, true)).toMatchObject({ ok: false, error: { type: 'BindingUnknown' } });
      expect(raised()).toEqual([]);
    });
  });

  describe('that are quiet', () => {
    it('ask for the checklist and for the plain noticeboard, and raise no alarm', () => {
      const checklist = [bind('checklist')];
      const blank = [bind('blank', { type: 'hold', seconds: 1 })];
      step(checklist);
      expect(atDesk.state()).toMatchObject({ checklistAskedAt: expect.any(String), blankAskedAt: null });
      step(blank, 1000);
      expect(atDesk.state()).toMatchObject({ blankAskedAt: expect.any(String) });
      expect(raised()).toEqual([]);
    });

    it('check in whoever works alone, and do nothing when nobody does', () => {
      const pedal = [bind('check-in')];
      step(pedal);
      atDesk.setAlone(true, 'person', null);
      const before = atDesk.state().alone?.dueAt ?? '';
      vi.advanceTimersByTime(60_000);
      step(pedal);
      expect((atDesk.state().alone?.dueAt ?? '') > before).toBe(true);
    });

    it('acknowledge the most serious alarm of another station that nobody here answered, then the next one, and never one of their own', () => {
      const { alarms: elsewhere, context: there } = openStation(office, colleague);
      const call = (level: 'assist' | 'emergency', kind: 'real' | 'drill' | 'test'): string => {
        vi.advanceTimersByTime(60_000);
        const alarm = elsewhere.press({ id: newId(), level, kind, source: 'key' }, null);
        open.ledger.accept(there.ledger.read(office.station.id, 0, 100_000));
        return alarm;
      };
      const drill = call('emergency', 'drill');
      const real = call('assist', 'real');
      change([bind('emergency')], true);
      const answered = (id: string) => alarms.find(id)?.acknowledgedBy;

      const coming = [bind('acknowledge', { type: 'double-press' })];
      step(coming);
      step(coming);
      expect([answered(drill), answered(real)]).toEqual([[], ['Desk 1']]);
      step(coming);
      step(coming);
      expect([answered(drill), answered(real)]).toEqual([['Desk 1'], ['Desk 1']]);
      step(coming);
      step(coming);
      expect(alarms.current().find(({ station }) => station === 'Desk 1')?.acknowledgedBy).toEqual([]);
      elsewhere.stop();
    });
  });

  describe('that are bound', () => {
    it('keep one binding for one gesture of one element, and several for several gestures', () => {
      const first = bind('assist');
      bind('emergency', { type: 'double-press' });
      expect(bind('blank').id).toBe(first.id);
      expect(triggers.list().map(({ gesture, purpose }) => [gesture.type, purpose])).toEqual([
        ['double-press', 'emergency'],
        ['press', 'blank'],
      ]);
    });

    it('must be two different elements for "two together"', () => {
      expect(triggers.bind({ purpose: 'assist', gesture: { type: 'together', with: { device, element: left.type === 'device' ? left.element : right.element, name: 'left pedal' } }, trigger: left }, null)).toMatchObject({
        ok: false,
        error: { type: 'InputInvalid', field: 'gesture' },
      });
    });

    it('are forgotten with what was done of their gesture when they are taken away', () => {
      const hold = [bind('assist', { type: 'hold', seconds: 1 })];
      change(hold, true);
      expect(triggers.unbind(hold[0]?.id ?? '', null).ok).toBe(true);
      vi.advanceTimersByTime(5000);
      expect(raised()).toEqual([]);
    });

    it('tell the devices after how long a contact is stuck, as the settings say', () => {
      expect(stuckAfter.at(-1)).toBe(20);
      open.ledger.append([{ kind: 'StationSettingsChanged', subject: `station/${desk.station.id}`, body: { stuckAfter: 45 } }]);
      expect(stuckAfter.at(-1)).toBe(45);
    });
  });
});
