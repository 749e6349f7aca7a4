import type { Procedure } from '../../contract/procedure.ts';
import { sha256, toHex } from '../../platform/primitives.ts';

/** Names a document by what it says: the first 16 bytes of SHA-256 over its JSON with sorted keys, in hex. */
export const editionOf = (document: Procedure): string => {
  const edition = editions.get(document) ?? toHex(sha256(new TextEncoder().encode(JSON.stringify(sorted(document)))).subarray(0, 16));
  editions.set(document, edition);
  return edition;
};

/** Documents are never changed once they are made. */
const editions = new WeakMap<Procedure, string>();

/** Whatever their numbers. */
export const saysTheSame = (one: Procedure, other: Procedure): boolean => editionOf({ ...one, version: 1 }) === editionOf({ ...other, version: 1 });

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
};
