import { describe, expect, it } from 'vitest';
import { flippedBytes, openMutableLedger } from '../support/ledger/mutableLedger.ts';
import { createDice, seedOf } from '../support/random/seed.ts';

describe('a ledger of which one byte was changed', () => {
  it('is found out whichever byte of all that it holds it is', async () => {
    const ledger = openMutableLedger();
    try {
      const roll = createDice(seedOf('mutation'));
      expect(await flippedBytes(ledger, [...ledger.places().keys()], () => 1 + Math.floor(roll() * 255))).toEqual([]);
      expect(await ledger.verify()).toMatchObject({ ok: true });
    } finally {
      ledger.close();
    }
  });
});
