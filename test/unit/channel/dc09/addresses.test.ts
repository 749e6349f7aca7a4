import { expect, test } from 'vitest';
import { createAddresses } from '../../../../main/channel/dc09/addresses.ts';

const first = [{ address: '192.0.2.1', family: 4 }];
const second = [{ address: '192.0.2.2', family: 4 }, { address: '2001:db8::2', family: 6 }];

test('a receiver whose name cannot be looked up any more is reached at the address that it last had', async () => {
  const answers = [() => Promise.resolve(first), () => Promise.resolve(second), () => Promise.reject(new Error('EAI_AGAIN')), () => new Promise<never>(() => undefined)];
  const find = createAddresses(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')));
  expect(await find('arc.example')).toEqual(first);
  expect(await find('arc.example')).toEqual(second);
  expect(await find('arc.example')).toEqual(second);
  expect(await find('arc.example')).toEqual(second);
});

test('a name that was never found is a failure, and what one name stood for is not taken for another', async () => {
  const find = createAddresses((host) => (host === 'arc.example' ? Promise.resolve(first) : Promise.reject(new Error('ENOTFOUND'))));
  await find('arc.example');
  await expect(find('other.example')).rejects.toThrow('ENOTFOUND');
});

test('an address needs no name server', async () => {
  const find = createAddresses(() => Promise.reject(new Error('not asked')));
  expect(await find('192.0.2.7')).toEqual([{ address: '192.0.2.7', family: 4 }]);
  expect(await find('2001:db8::7')).toEqual([{ address: '2001:db8::7', family: 6 }]);
});
