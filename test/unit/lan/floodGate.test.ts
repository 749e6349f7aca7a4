import { describe, expect, test } from 'vitest';
import { createFloodGate } from '../../../main/lan/floodGate.ts';

describe('the gate against floods', () => {
  const count = (lets: () => boolean): number => {
    let passed = 0;
    while (lets()) passed += 1;
    return passed;
  };

  test('lets a burst pass, then what a second allows', () => {
    let now = 0;
    const gate = createFloodGate(() => now);
    expect(count(() => gate.lets('alarm', 100))).toBe(1_000);
    now += 500;
    expect(count(() => gate.lets('alarm', 100))).toBe(50);
    now += 3_600_000;
    expect(count(() => gate.lets('alarm', 100))).toBe(1_000);
  });

  test('counts alarms apart: a station that replicates much may call for help all the same', () => {
    const gate = createFloodGate(() => 0);
    expect(count(() => gate.lets('events', 100))).toBe(20_000);
    expect(gate.lets('alarm', 100)).toBe(true);
  });

  test('counts parts of files apart from events', () => {
    const gate = createFloodGate(() => 0);
    expect(count(() => gate.lets('part', 131_100))).toBe(2_000);
    expect(gate.lets('partWanted', 100)).toBe(false);
    expect(gate.lets('events', 100)).toBe(true);
  });

  test('lets few frames about certificates and the authority pass: each costs a signature', () => {
    let now = 0;
    const gate = createFloodGate(() => now);
    expect(count(() => gate.lets('renewal', 100))).toBe(30);
    expect(gate.lets('authority', 100)).toBe(false);
    now += 2_000;
    expect(count(() => gate.lets('renewal', 100))).toBe(2);
  });

  test('lets few introductions of a whole site pass, and counts bytes', () => {
    const gate = createFloodGate(() => 0);
    expect(count(() => gate.lets('stations', 100))).toBe(60);
    expect(count(() => gate.lets('heartbeat', 1024 * 1024))).toBe(7);
    expect(gate.lets('events', 1024 * 1024)).toBe(true);
  });
});
