import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Binding, Gesture } from '../../../../main/contract/trigger.ts';
import { createRecognisers } from '../../../../main/station/trigger/recognisers.ts';
import { silentLog } from '../../../support/ledger/testLedger.ts';

const gestures: readonly Gesture[] = [{ type: 'press' }, { type: 'double-press' }, { type: 'hold', seconds: 1 }];
const bindingOf = (gesture: Gesture): Binding => ({ id: '00000000-0000-7000-8000-000000000001', trigger: { type: 'spot' }, gesture, purpose: 'assist' });

describe('edges that are sent again', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What fires when each edge comes as many times as its `copies` say, the copies mixed among the later edges. */
  const fires = (gesture: Gesture, edges: readonly { readonly pause: number; readonly copies: number }[]): readonly (readonly [at: number, press: string])[] => {
    const start = Date.now();
    const fired: (readonly [number, string])[] = [];
    let made = 0;
    const recognisers = createRecognisers({ clock: { now: () => Date.now() }, ids: { next: () => `new ${(made += 1)}` }, log: silentLog, fire: (_, press) => fired.push([Date.now() - start, press]) });
    const binding = bindingOf(gesture);
    recognisers.replace([binding]);
    const sendAgain: { readonly id: string; readonly pressed: boolean }[] = [];
    const send = ({ id, pressed }: { readonly id: string; readonly pressed: boolean }): void => recognisers.note(binding.id, { part: 'first', pressed, at: Date.now() }, id);
    for (const [index, { pause, copies }] of edges.entries()) {
      vi.advanceTimersByTime(pause);
      const edge = { id: `edge ${index}`, pressed: index % 2 === 0 };
      send(edge);
      sendAgain.push(...Array.from({ length: copies }, () => edge));
      // Out of order, too: the newest ones first.
      for (const again of sendAgain.splice(-2)) send(again);
    }
    for (const again of sendAgain) send(again);
    vi.advanceTimersByTime(20_000);
    recognisers.stop();
    return fired;
  };

  test.each(gestures)('count once, whichever come again and when: $type', (gesture) => {
    const edges = fc.array(fc.record({ pause: fc.integer({ min: 1, max: 1800 }), copies: fc.integer({ min: 0, max: 3 }) }), { maxLength: 16 });
    fc.assert(
      fc.property(edges, (sent) => {
        expect(fires(gesture, sent)).toEqual(fires(gesture, sent.map(({ pause }) => ({ pause, copies: 0 }))));
      }),
    );
  });

  test.each(gestures.slice(0, 2))('complete the gesture when they come again if what it is for could not be done the first time: $type', (gesture) => {
    let fails = true;
    const fired: string[] = [];
    const recognisers = createRecognisers({
      clock: { now: () => Date.now() },
      ids: { next: () => 'new' },
      log: silentLog,
      fire: (_, press) => {
        if (fails) throw new Error('a bug');
        fired.push(press);
      },
    });
    const binding = bindingOf(gesture);
    recognisers.replace([binding]);
    if (gesture.type === 'double-press') recognisers.note(binding.id, { part: 'first', pressed: true, at: Date.now() }, 'edge 0');
    const send = (): void => recognisers.note(binding.id, { part: 'first', pressed: true, at: Date.now() }, 'edge 1');
    expect(send).toThrow('a bug');
    fails = false;
    send();
    expect(fired).toEqual(['edge 1']);
  });
});
