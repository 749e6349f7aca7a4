import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { createLookup, type Resolve } from '../../../main/channel/lookup.ts';
import { startHttpPeer } from '../../support/channel/httpPeer.ts';
import { callForHelp, testCourier, usableChannel } from '../../support/channel/usableChannel.ts';
import { until } from '../../support/lan/until.ts';

const first: readonly LookupAddress[] = [{ address: '192.0.2.1', family: 4 }, { address: '2001:db8::1', family: 6 }];

/** A resolver that answers when the test says so. */
const heldResolver = () => {
  const asked: { readonly name: string; readonly answer: (addresses: readonly LookupAddress[] | null) => void }[] = [];
  const resolve: Resolve = (name, give) => {
    asked.push({ name, answer: (addresses) => (addresses === null ? give(Object.assign(new Error('queryA ETIMEOUT'), { code: 'ETIMEOUT' }), []) : give(null, addresses)) });
  };
  return { asked, lookup: createLookup(resolve) };
};

const find = (lookup: ReturnType<typeof createLookup>, name: string, options: { readonly family?: number; readonly all?: boolean } = {}): Promise<unknown> =>
  new Promise((resolve, reject) => {
    lookup(name, options, (error, address) => (error === null ? resolve(address) : reject(error)));
  });

describe('the addresses of hosts', () => {
  it('are asked for once however many want them, and given in the form that is wanted', async () => {
    const { asked, lookup } = heldResolver();
    const all = [find(lookup, 'mail.example'), find(lookup, 'mail.example', { all: true }), find(lookup, 'mail.example', { family: 6 })];
    await until('it was asked', () => asked.length > 0);
    asked[0]?.answer(first);
    expect(await Promise.all(all)).toEqual(['192.0.2.1', [...first], '2001:db8::1']);
    expect(asked).toHaveLength(1);
  });

  it('are taken as they were last while the resolver fails, or does not answer', async () => {
    const { asked, lookup } = heldResolver();
    const before = find(lookup, 'mail.example');
    asked[0]?.answer(first);
    await before;
    const failing = find(lookup, 'mail.example');
    asked[1]?.answer(null);
    expect(await failing).toBe('192.0.2.1');
    expect(await find(lookup, 'mail.example')).toBe('192.0.2.1');
    expect(asked).toHaveLength(3);
  });

  it('that nobody ever knew are an error, and those of one family are not given for the other', async () => {
    const { asked, lookup } = heldResolver();
    const unknown = find(lookup, 'nowhere.example');
    asked[0]?.answer(null);
    await expect(unknown).rejects.toMatchObject({ code: 'ETIMEOUT' });
    const six = find(lookup, 'four.example', { family: 6 });
    asked[1]?.answer([{ address: '192.0.2.1', family: 4 }]);
    await expect(six).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it('hold only two threads of the process, however many names hang', async () => {
    const { asked, lookup } = heldResolver();
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => find(lookup, `${name}.example`));
    expect(asked.map(({ name }) => name)).toEqual(['a.example', 'b.example']);
    for (let index = 0; index < 5; index += 1) asked[index]?.answer(first);
    expect(await Promise.all(names)).toEqual(Array.from({ length: 5 }, () => '192.0.2.1'));
  });

  it('are found by the system for a real channel', async () => {
    const server = await startHttpPeer(null);
    const courier = testCourier([usableChannel('hook', { type: 'webhook', url: `http://localhost:${server.port}/` })]);
    expect(await courier.attempt('hook', callForHelp, 1)).toMatchObject({ outcome: 'received' });
    await courier.close();
    await server.close();
  });
});
