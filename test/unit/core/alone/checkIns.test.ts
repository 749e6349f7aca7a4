import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rotaSwitch } from '../../../../main/core/alone/checkIns.ts';

const at = (text: string): number => new Date(text).getTime();
const evening = [{ day: 2, from: '18:00', to: '20:00' }];

describe('the rota', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());

  it('switches working alone on and off at the edges of its spans', () => {
    expect(rotaSwitch(evening, false, null, at('2026-11-24T18:00:00'))).toBe('begin');
    expect(rotaSwitch(evening, true, at('2026-11-24T18:00:00'), at('2026-11-24T19:59:59'))).toBeNull();
    expect(rotaSwitch(evening, true, at('2026-11-24T18:00:00'), at('2026-11-24T20:00:00'))).toBe('end');
  });

  it('leaves what a person switched until the next edge', () => {
    expect(rotaSwitch(evening, false, at('2026-11-24T18:30:00'), at('2026-11-24T19:00:00'))).toBeNull();
    expect(rotaSwitch(evening, true, at('2026-11-24T17:00:00'), at('2026-11-24T17:30:00'))).toBeNull();
    expect(rotaSwitch(evening, true, at('2026-11-24T17:00:00'), at('2026-11-24T20:00:00'))).toBe('end');
  });

  it('catches up with an edge during which the station was off', () => {
    expect(rotaSwitch(evening, false, at('2026-11-17T20:00:00'), at('2026-11-24T18:40:00'))).toBe('begin');
    expect(rotaSwitch(evening, true, at('2026-11-24T18:00:00'), at('2026-11-25T09:00:00'))).toBe('end');
  });

  it('that is empty switches nothing', () => {
    expect([true, false].map((alone) => rotaSwitch([], alone, null, at('2026-11-24T18:00:00')))).toEqual([null, null]);
  });
});
