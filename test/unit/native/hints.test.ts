import { describe, expect, test } from 'vitest';
import { udevRule } from '../../../native/hints.ts';
import { systemFacts } from '../../../native/system.ts';

const keyboardPedal = { path: '/dev/no-such-device', vendorId: 0x5131, productId: 0x2019, keyboard: true };

describe('a pedal that reports as a keyboard', () => {
  test.each([
    ['win32', 'Windows'],
    ['darwin', 'macOS'],
  ] as const)('cannot be read on %s: the hint says why, and offers its key', async (platform, name) => {
    const { obstacle } = await systemFacts(keyboardPedal, platform);
    expect(obstacle).toContain(`${name} lets no program read keyboards as devices`);
    expect(obstacle).toContain('F13 to F24');
  });

  test('has nothing against it on Linux, where it is read as it is', async () => {
    expect((await systemFacts(keyboardPedal, 'linux')).obstacle).toBeNull();
  });

  test('is no hindrance to any other device on Windows and macOS', async () => {
    for (const platform of ['win32', 'darwin'] as const) expect((await systemFacts({ ...keyboardPedal, keyboard: false }, platform)).obstacle).toBeNull();
  });
});

test('the rule for a relay board asks for its name, since its id is shared', () => {
  expect(udevRule({ vendorId: 0x16c0, productId: 0x05df })).toBe('KERNEL=="hidraw*", ATTRS{idVendor}=="16c0", ATTRS{idProduct}=="05df", ATTRS{product}=="USBRelay*", TAG+="uaccess"');
});
