import { describe, expect, it } from 'vitest';
import { addressOf, openPart, sealPart } from '../../../main/ledger/sealedPart.ts';
import { randomSecret } from '../../../main/platform/primitives.ts';

const id = '019ad000-0000-7000-8000-000000000001';
const other = '019ad000-0000-7000-8000-000000000002';
const key = randomSecret(32);
const plain = new TextEncoder().encode('a picture of a badge');

describe('a part of a file', () => {
  const { name, sealed } = sealPart(key, id, 3, plain);

  it('comes back as it was under its key and in its place', () => {
    expect(openPart(key, name, sealed)).toEqual(Buffer.from(plain));
    expect(name).toEqual({ attachment: id, number: 3, address: addressOf(sealed) });
  });

  it('has another address each time it is sealed: nobody can tell that two files are the same', () => {
    expect(sealPart(key, id, 3, plain).name.address).not.toBe(name.address);
  });

  it('opens under no other key, in no other file and at no other place of its own', () => {
    expect(openPart(randomSecret(32), name, sealed)).toBeNull();
    expect(openPart(key, { ...name, attachment: other }, sealed)).toBeNull();
    expect(openPart(key, { ...name, number: 4 }, sealed)).toBeNull();
  });

  it('does not open when a single bit of it was changed', () => {
    for (const at of [0, 12, sealed.length - 1]) expect(openPart(key, name, sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)))).toBeNull();
  });
});
