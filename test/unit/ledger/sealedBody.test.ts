import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrappedKeyLength } from '../../../main/core/event/replica.ts';
import { keyIdIn, makeSubjectKey, openBody, sealBody, unwrapSubjectKey } from '../../../main/ledger/sealedBody.ts';
import { randomSecret } from '../../../main/platform/primitives.ts';

const siteKey = randomSecret(32);
const subject = 'incident/1';
const key = makeSubjectKey(siteKey, subject);

describe('a sealed body', () => {
  it('opens with its key to what was sealed, whatever that is, and names the key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), (body, kind) => {
        const sealed = sealBody(key, kind, subject, body);
        expect(keyIdIn(sealed)).toBe(key.id);
        expect(openBody(key, kind, subject, sealed)).toEqual(Buffer.from(body));
      }),
    );
  });

  it('opens neither with another key, nor as another kind or subject, nor after any change', () => {
    const sealed = sealBody(key, 'IncidentFiled', subject, Buffer.from('{"secret":true}'));
    expect(openBody(makeSubjectKey(siteKey, subject), 'IncidentFiled', subject, sealed)).toBeNull();
    expect(openBody(key, 'IncidentAmended', subject, sealed)).toBeNull();
    expect(openBody(key, 'IncidentFiled', 'incident/2', sealed)).toBeNull();
    // The first eight bytes name the key; what follows them is authenticated.
    for (let at = 8; at < sealed.length; at += 1) expect(openBody(key, 'IncidentFiled', subject, sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)))).toBeNull();
  });

  it('is never the same twice', () => {
    const seals = Array.from({ length: 50 }, () => Buffer.from(sealBody(key, 'RunEnded', subject, Buffer.from('{}'))).toString('hex'));
    expect(new Set(seals).size).toBe(seals.length);
  });
});

describe('a key of a subject', () => {
  it('comes back from under the key of its site, for its subject alone', () => {
    expect(key.wrapped).toHaveLength(wrappedKeyLength);
    expect(unwrapSubjectKey(siteKey, subject, key.wrapped)).toEqual({ ...key, key: Buffer.from(key.key) });
    expect(unwrapSubjectKey(randomSecret(32), subject, key.wrapped)).toBeNull();
    expect(unwrapSubjectKey(siteKey, 'incident/2', key.wrapped)).toBeNull();
  });

  it('is nothing that arbitrary bytes could be', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => unwrapSubjectKey(siteKey, subject, bytes) === null));
  });
});
