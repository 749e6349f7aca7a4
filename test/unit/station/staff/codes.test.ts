import { describe, expect, it } from 'vitest';
import { createCodes, soundCost } from '../../../../main/station/staff/codes.ts';

describe('what people sign in with', () => {
  it('is hashed at what OWASP asks for at least, salted anew each time, and opens with itself alone', async () => {
    expect(soundCost.n * soundCost.r * soundCost.p).toBeGreaterThanOrEqual(2 ** 15 * 8 * 3);
    const codes = createCodes();
    const [verifier, another] = await Promise.all([codes.verifierOf('2468'), codes.verifierOf('2468')]);
    expect(verifier).toMatchObject(soundCost);
    expect(codes.noCode).toMatchObject(soundCost);
    expect(verifier.hash).not.toBe(another.hash);
    expect(await Promise.all([codes.matches('2468', verifier), codes.matches('2469', verifier), codes.matches('2468', codes.noCode)])).toEqual([true, false, false]);
  });

  it('is checked at the cost that it was hashed at, whatever is asked for now', async () => {
    const before = await createCodes({ n: 32, r: 1, p: 1 }).verifierOf('2468');
    expect(await createCodes({ n: 16, r: 1, p: 1 }).matches('2468', before)).toBe(true);
  });

  it('has a badge come to the same on every station of a site, and to something else on another site', async () => {
    const codes = createCodes();
    const [here, there, elsewhere] = await Promise.all([7, 7, 8].map((site) => codes.badgeTag('04a1b2c3', new Uint8Array(32).fill(site))));
    expect(here).toBe(there);
    expect(here).not.toBe(elsewhere);
  });
});
