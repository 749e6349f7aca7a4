import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/** The addresses of a host, best first. Rejects where there is none. */
export type FindAddresses = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * Remembers what a name last stood for: a name server that is gone, or does not answer, must not keep an alarm in the house while the receiver
 * itself can be reached. Every link test asks anew.
 */
export const createAddresses = (lookUp: FindAddresses = (host) => lookup(host, { all: true })): FindAddresses => {
  const known = new Map<string, readonly LookupAddress[]>();
  return async (host) => {
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    try {
      const found = await withinTime(lookUp(host));
      known.set(host, found);
      return found;
    } catch (error) {
      const remembered = known.get(host);
      if (remembered === undefined) throw error;
      return remembered;
    }
  };
};

const withinTime = <Value>(work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No address found within ${lookUpLimit / 1000} s`)), lookUpLimit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Milliseconds. */
export const lookUpLimit = 2000;
