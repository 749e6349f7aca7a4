import { describe, expect, test } from 'vitest';
import { formatAddress, parseAddress, plainHost, reachableAddresses } from '../../../main/lan/address.ts';

describe('an address', () => {
  test.each([
    ['10.0.0.7:7411', { host: '10.0.0.7', port: 7411 }],
    ['[fe80::1]:80', { host: 'fe80::1', port: 80 }],
    ['[fe80::1%enp0s31f6.100]:7411', { host: 'fe80::1%enp0s31f6.100', port: 7411 }],
    ['[::ffff:10.0.0.7]:7411', { host: '::ffff:10.0.0.7', port: 7411 }],
    ['desk-2.branch.example:0', { host: 'desk-2.branch.example', port: 0 }],
  ])('%s is read and written the same way', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
    expect(formatAddress(address)).toBe(text);
  });

  test.each(['', '7411', '10.0.0.7', ':7411', '10.0.0.7:65536', 'fe80::1:80', '[10.0.0.7]:80', '[fe80::1%]:80', '[fe80::1%eth 0]:80', 'a b:80', '10.0.0.7:80x'])('"%s" is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test('of a peer on a dual-stack socket is its IPv4 address', () => {
    expect(plainHost('::ffff:10.0.0.7')).toBe('10.0.0.7');
    expect(plainHost('fe80::1')).toBe('fe80::1');
  });

  test('to be reached at is the one listened at, or one that others can dial', () => {
    expect(reachableAddresses({ host: '10.0.0.7', port: 7411 })).toEqual([{ host: '10.0.0.7', port: 7411 }]);
    const everywhere = reachableAddresses({ host: '0.0.0.0', port: 7411 });
    expect(everywhere.length).toBeGreaterThan(0);
    expect(everywhere.every(({ host, port }) => host !== '0.0.0.0' && port === 7411)).toBe(true);
  });
});
