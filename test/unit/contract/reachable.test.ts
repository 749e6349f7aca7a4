import { createORPCClient } from '@orpc/client';
import { isContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../main/contract/index.ts';

/** The dotted paths of all procedures. */
const pathsIn = (router: object, above: readonly string[] = []): readonly (readonly string[])[] =>
  Object.entries(router).flatMap(([name, value]) => (isContractProcedure(value) ? [[...above, name]] : pathsIn(value, [...above, name])));

describe('every procedure of the contract', () => {
  it.each(pathsIn(contract).map((path) => [path.join('.'), path] as const))('is reached by its name: %s', async (_name, path) => {
    // Some names are not: a client is a function, and `client.trigger.bind` is a function's own `bind`.
    const calls: (readonly string[])[] = [];
    const client: unknown = createORPCClient({ call: async (called) => void calls.push(called) });
    const procedure: unknown = path.reduce<unknown>((part, name) => Reflect.get(Object(part), name), client);
    if (typeof procedure === 'function') await procedure();
    expect(calls).toEqual([path]);
  });
});
