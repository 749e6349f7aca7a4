import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideFaults, type FaultFacts, type OpenFault } from '../../../../main/core/fault/decideFaults.ts';
import type { Finding } from '../../../../main/core/fault/finding.ts';

const finding = (key: string, kind: Finding['kind'] = 'ledger'): Finding => ({ key, kind, subject: key, message: `${key} is broken.`, remedy: 'Mend it.', disarms: false });
let ids = 0;
const decide = (facts: Partial<FaultFacts>) => decideFaults({ open: [], findings: [], now: 100_000, startedAt: 0, mayTell: 30, newId: () => `id-${(ids += 1)}`, returns: () => 0, ...facts });

describe('a fault', () => {
  it('begins as soon as it is found', () => {
    expect(decide({ findings: [finding('ledger')] }).began).toMatchObject([{ key: 'ledger', finding: { message: 'ledger is broken.' } }]);
  });

  it('ends when it has been gone for 5 seconds, and not before', () => {
    const first = decide({ findings: [finding('ledger')] });
    const gone = decide({ open: first.open, now: 101_000 });
    expect(gone.ended).toEqual([]);
    expect(decide({ open: gone.open, now: 105_999 }).ended).toEqual([]);
    expect(decide({ open: gone.open, now: 106_000 })).toMatchObject({ ended: [{ key: 'ledger' }], open: [] });
  });

  it('that comes and goes is one fault', () => {
    let { open } = decide({ findings: [finding('ledger')] });
    for (let now = 101_000; now < 160_000; now += 1000) {
      const decision = decide({ open, now, findings: now % 3000 === 0 ? [] : [finding('ledger')] });
      expect([...decision.began, ...decision.ended]).toEqual([]);
      ({ open } = decision);
    }
  });

  it('is not made of what only has to connect after the start: colleagues, channels, windows', () => {
    const starting = { findings: [finding('peer/1', 'peer'), finding('channel/1', 'channel'), finding('window', 'window'), finding('ledger')], startedAt: 100_000 };
    expect(decide({ ...starting, now: 101_000 }).began.map(({ key }) => key)).toEqual(['ledger']);
    expect(decide({ ...starting, now: 110_000 }).began).toHaveLength(4);
  });

  it('that was open before a restart is gone on with, and ends when it is well', () => {
    const open: readonly OpenFault[] = [{ id: 'before', key: 'peer/1', wellSince: null }];
    expect(decide({ open, findings: [finding('peer/1', 'peer')], startedAt: 99_000 })).toMatchObject({ began: [], ended: [], open: [{ id: 'before' }] });
    const well = decide({ open, startedAt: 99_000 });
    expect(decide({ open: well.open, now: 105_000, startedAt: 99_000 }).ended).toMatchObject([{ id: 'before' }]);
  });

  it('waits for its turn when there are too many at once, and is not lost', () => {
    const many = Array.from({ length: 5 }, (_, index) => finding(`peer/${index}`));
    const first = decide({ findings: many, mayTell: 2 });
    expect(first.began).toHaveLength(2);
    expect(decide({ open: first.open, findings: many, mayTell: 30 }).began).toHaveLength(3);
  });

  it('is open exactly once while it lasts, whatever comes and goes around it, and never ends twice', () => {
    const keys = ['a', 'b', 'c'];
    fc.assert(
      fc.property(fc.array(fc.record({ found: fc.subarray(keys), pause: fc.integer({ min: 1, max: 7_000 }), mayTell: fc.integer({ min: 0, max: 3 }) }), { maxLength: 60 }), (steps) => {
        let open: readonly OpenFault[] = [];
        let now = 100_000;
        const began = new Set<string>();
        const ended = new Set<string>();
        for (const { found, pause, mayTell } of steps) {
          now += pause;
          const decision = decide({ open, findings: found.map((key) => finding(key)), now, mayTell });
          expect(decision.began.length + decision.ended.length).toBeLessThanOrEqual(mayTell);
          for (const { id } of decision.began) began.add(id);
          for (const { id } of decision.ended) {
            expect(began.has(id) && !ended.has(id)).toBe(true);
            ended.add(id);
          }
          for (const { key } of decision.ended) expect(found).not.toContain(key);
          expect(new Set(decision.open.map(({ key }) => key)).size).toBe(decision.open.length);
          ({ open } = decision);
        }
        expect(open.length).toBe(began.size - ended.size);
      }),
    );
  });
});
