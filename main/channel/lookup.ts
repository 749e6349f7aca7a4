import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** What asks the system: every address of a name. */
export type Resolve = (name: string, give: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void) => void;

/** After so long without an answer the address that was known last is taken. Milliseconds. */
const patience = 2000;
/** The system's resolver holds one of Node's four threads until it answers. Two stay free: the check of a PIN needs one. */
const mostAtOnce = 2;

const askSystem: Resolve = (name, give) => systemLookup(name, { all: true }, give);

/**
 * Names of hosts for all channels together. A resolver that is dead or slow delays nobody whose address was known before: names are asked for
 * once however many want them, few at a time, and the last good answer is kept for as long as the station runs.
 */
export const createLookup = (resolve: Resolve = askSystem): LookupFunction => {
  const known = new Map<string, readonly LookupAddress[]>();
  const waiting = new Map<string, Promise<readonly LookupAddress[]>>();
  const queue: (() => void)[] = [];
  let running = 0;

  const next = (): void => {
    if (running >= mostAtOnce) return;
    const start = queue.shift();
    if (start === undefined) return;
    running += 1;
    start();
  };

  const ask = (name: string): Promise<readonly LookupAddress[]> => {
    const asked =
      waiting.get(name) ??
      new Promise<readonly LookupAddress[]>((done, fail) => {
        queue.push(() =>
          resolve(name, (error, addresses) => {
            running -= 1;
            waiting.delete(name);
            if (error === null) known.set(name, addresses);
            if (error === null) done(addresses);
            else fail(error);
            next();
          }),
        );
      });
    waiting.set(name, asked);
    next();
    return asked;
  };

  /** The present answer, or the last good one where that fails or takes too long. */
  const find = async (name: string): Promise<readonly LookupAddress[]> => {
    const asked = ask(name);
    const before = known.get(name);
    if (before === undefined) return asked;
    return Promise.race([asked.catch(() => before), afterPatience(before)]);
  };

  return (name, { family, all = false }, give) => {
    const wanted = family === 4 || family === 'IPv4' ? 4 : family === 6 || family === 'IPv6' ? 6 : null;
    find(name)
      .then((addresses) => addresses.filter((each) => wanted === null || each.family === wanted))
      .then(
        (addresses) => {
          const [first] = addresses;
          if (first === undefined) give(Object.assign(new Error(`${name} has no address of this family`), { code: 'ENOTFOUND' }), '');
          else if (all) give(null, [...addresses]);
          else give(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => give(error, ''),
      );
  };
};

const afterPatience = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), patience).unref();
  });
