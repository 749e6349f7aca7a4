import { describe, expect, it } from 'vitest';
import { createClockSite, years } from '../../../support/ledger/clockSite.ts';

const hour = 3_600_000;

const createThree = () => {
  const site = createClockSite(['ours', 'second', 'third']);
  const [ours] = site.terminals;
  if (ours === undefined) throw new Error('There is no terminal');
  const apart = (): number => ours.clock.now() - site.now();
  return { site, ours, apart };
};

describe('the time that a station goes by', () => {
  it('is its system clock while the others agree with it, or nobody is there', () => {
    const { site, ours, apart } = createThree();
    site.pass(1000);
    expect([ours.clock.verdict(), apart()]).toEqual([{ verdict: 'agrees' }, 0]);
    ours.connected = false;
    ours.set(3 * hour);
    site.pass(1000);
    expect([ours.clock.verdict(), apart()]).toEqual([{ verdict: 'alone' }, 3 * hour]);
  });

  it.each([3 * hour, -3 * hour, years(73), years(-56)])('is that of the others from the moment at which its own clock jumps by %d ms, and its own again from the moment at which it is set', (ahead) => {
    const { site, ours, apart } = createThree();
    site.pass(1000);
    ours.set(ahead);
    expect(apart(), 'asked before the next second').toBe(0);
    site.pass(1000);
    expect(ours.clock.verdict()).toEqual({ verdict: 'outvoted', offset: -ahead });
    expect(ours.clock.system.now() - site.now(), 'the others are told what the system clock says').toBe(ahead);
    ours.set(0);
    expect(apart()).toBe(0);
    expect(ours.clock.verdict()).toEqual({ verdict: 'agrees' });
  });

  it('is the last word of the others while they are gone, until the clock is set', () => {
    const { site, ours, apart } = createThree();
    ours.set(3 * hour);
    site.pass(1000);
    ours.connected = false;
    site.pass(hour);
    expect([ours.clock.verdict(), apart()]).toEqual([{ verdict: 'alone' }, 0]);
    ours.set(0);
    site.pass(1000);
    expect(apart()).toBe(0);
  });
});
