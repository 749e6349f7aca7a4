import { createElement } from 'react';
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import type { Device } from '../../../../main/contract/index.ts';
import { KeyboardPedals } from '../../../../renderer/binding/KeyboardPedals.tsx';
import { startMessages } from '../../../../renderer/shared/messages/messages.ts';

const footSwitch: Device = {
  name: 'PCsensor foot switch',
  profile: 'PCsensor foot switch',
  match: { vendorId: 0x3553, productId: 0xb001, usagePage: 1, usage: 6, interface: 0, serialNumber: null, portPath: null },
  path: null,
  state: 'unreadable',
  bound: false,
  caution: null,
  hint: 'This system lets no program read keyboards as devices.',
};
const drawn = (...devices: readonly Device[]): string => renderToStaticMarkup(createElement(MantineProvider, null, createElement(KeyboardPedals, { devices })));

beforeAll(() => startMessages('en'));

test('why a pedal that reports as a keyboard cannot be read, and how its key is bound instead, is laid open where one is found', () => {
  expect(drawn(footSwitch)).toMatch(/<details[^>]* open=""[\s\S]*Windows and macOS let no program read keyboards[\s\S]*F13 to F24[\s\S]*press it here/);
});

test('it waits folded where none is, and where the system can read it', () => {
  expect(drawn()).not.toContain('open=""');
  expect(drawn({ ...footSwitch, state: 'ok', hint: null })).not.toContain('open=""');
});

test('the keyboard that people type on does not open it', () => {
  expect(drawn({ ...footSwitch, name: 'Keyboard', profile: null })).not.toContain('open=""');
});
