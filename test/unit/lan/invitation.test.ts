import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../../main/lan/base32.ts';
import { decodeInvitationCode, encodeInvitationCode, makeInvitation } from '../../../main/lan/invitation.ts';

const host = fc.oneof(fc.ipV4(), fc.ipV6().map((address) => new URL(`http://[${address}]`).hostname.slice(1, -1)), fc.domain().filter((name) => name.length <= 253));
const code = fc.record({
  expires: fc.integer({ min: 0, max: 0xffff_ffff }).map((seconds) => seconds * 1000),
  fingerprint: fc.uint8Array({ minLength: 12, maxLength: 12 }),
  secret: fc.uint8Array({ minLength: 10, maxLength: 10 }),
  addresses: fc.array(fc.record({ host, port: fc.integer({ min: 0, max: 65_535 }) }), { maxLength: 3 }),
});
const sample = { expires: 1_800_000_000_000, fingerprint: new Uint8Array(12).fill(7), secret: new Uint8Array(10).fill(9), addresses: [{ host: '192.168.1.20', port: 7411 }] };

describe('an invitation code', () => {
  test('says the same after it was written down and read', () => {
    fc.assert(
      fc.property(code, (original) => {
        const decoded = decodeInvitationCode(encodeInvitationCode(original));
        if (!decoded.ok) throw new Error(decoded.error.message);
        expect({ ...decoded.value, fingerprint: Uint8Array.from(decoded.value.fingerprint), secret: Uint8Array.from(decoded.value.secret) }).toEqual(original);
      }),
    );
  });

  test('is read whatever the case, the spaces, the hyphens and the letters that look like digits', () => {
    const text = encodeInvitationCode(sample);
    const sloppy = ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
    expect(decodeInvitationCode(sloppy)).toEqual(decodeInvitationCode(text));
  });

  test('with one IPv4 address has twelve groups, the last of three characters', () => {
    expect(encodeInvitationCode(sample)).toMatch(/^([0-9A-Z]{5}-){11}[0-9A-Z]{3}$/);
  });

  test('with any one character wrong is called malformed', () => {
    const text = encodeInvitationCode(sample);
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] === '-') continue;
      const wrong = text.slice(0, index) + (text[index] === 'Z' ? 'Y' : 'Z') + text.slice(index + 1);
      expect(decodeInvitationCode(wrong)).toMatchObject({ ok: false, error: { type: 'CodeMalformed', field: 'code' } });
    }
  });

  test('that is any text at all never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeInvitationCode(text).ok === false));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => typeof decodeInvitationCode(encodeBase32(bytes)).ok === 'boolean'));
  });

  test('holds three addresses at most, however many there are', () => {
    const addresses = Array.from({ length: 5 }, (_, index) => ({ host: `10.0.0.${index}`, port: 7411 }));
    const made = makeInvitation(new Uint8Array(100), addresses, 1_800_000_000_000);
    expect(decodeInvitationCode(made.code)).toMatchObject({ ok: true, value: { addresses: addresses.slice(0, 3) } });
    expect(decodeInvitationCode(made.code)).toMatchObject({ ok: true, value: { secret: Buffer.from(made.kept.secret) } });
  });
});

describe('the addresses in a code', () => {
  const of = (...hosts: readonly string[]) => {
    const made = makeInvitation(new Uint8Array(100), hosts.map((each) => ({ host: each, port: 7411 })), 1_800_000_000_000);
    const read = decodeInvitationCode(made.code);
    return read.ok ? read.value.addresses.map((address) => address.host) : read.error.message;
  };

  test('are of both kinds where the station has both', () => {
    expect(of('10.0.0.1', '10.0.0.2', '10.0.0.3', '2001:db8::1', '2001:db8::2')).toEqual(['10.0.0.1', '10.0.0.2', '2001:db8::1']);
    expect(of('10.0.0.1', '2001:db8::1', '2001:db8::2')).toEqual(['10.0.0.1', '2001:db8::1', '2001:db8::2']);
    expect(of('2001:db8::1')).toEqual(['2001:db8::1']);
  });

  test('are none that need an interface of the guest’s own', () => {
    expect(of('fe80::1%eth0', 'fd00::1')).toEqual(['fd00::1']);
  });
});

describe('base32', () => {
  test('gives back the bytes it was made of', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  test('has the values of Crockford', () => {
    expect(encodeBase32(new Uint8Array([0xff, 0x00, 0x44, 0x32, 0x14]))).toBe('ZW048-CGM');
    expect(decodeBase32('U')).toBeNull();
  });
});
