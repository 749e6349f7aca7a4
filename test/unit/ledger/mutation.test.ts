import { describe, expect, it } from 'vitest';
import { flippedBytes, openMutableLedger } from '../../support/ledger/mutableLedger.ts';
import { createDice, seedOf } from '../../support/random/seed.ts';

/** Sampled; `test/long/mutation.test.ts` changes each of them. */
const sampled = 200;

describe('a ledger of which one byte was changed', () => {
  it('is found out wherever the byte is: the event is named by its station and its number', async () => {
    const ledger = openMutableLedger();
    try {
      expect(await ledger.verify()).toMatchObject({ ok: true });
      const roll = createDice(seedOf('mutation'));
      const places = ledger.places();
      const chosen = Array.from({ length: sampled }, () => Math.floor(roll() * places.length));
      expect(await flippedBytes(ledger, chosen, () => 1 + Math.floor(roll() * 255))).toEqual([]);
      expect(await ledger.verify()).toMatchObject({ ok: true });
    } finally {
      ledger.close();
    }
  });
});
