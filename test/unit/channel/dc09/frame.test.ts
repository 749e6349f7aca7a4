import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeFrames, unwrapFrame, wrapFrame } from '../../../../main/channel/dc09/frame.ts';
import { readMessage, writeMessage, type Dc09Message } from '../../../../main/channel/dc09/message.ts';
import { readTimestamp, writeTimestamp } from '../../../../main/channel/dc09/timestamp.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (frame: string): Uint8Array => Buffer.from(frame, 'latin1');

/** From the tests of github.com/fioletoven/dc09, of a receiver for Home Assistant, and of published descriptions; key of the encrypted ones: ABCD eight times. */
const published = {
  text: '\nF4D20029"SIA-DCS"0001RF3L77#1234[#1234|NRR|Atest]\r',
  empty: '\n96ED0016"SIA-DCS"0001L0#1234[]\r',
  nak: '\nE4410025"NAK"0000R0L0A0[]_16:20:01,09-24-2025\r',
  contactId: '\n7CD7003B"ADM-CID"0001L0#1234[#1234|1122 00 007]_04:20:00,11-24-2026\r',
  null: '\n11020013"NULL"0003L0#1234[]\r',
  encrypted: '\nE88800a7"*SIA-DCS"0000RC0FFDL1234#080027E62A64[A054F111518361720BAB126501C6D994CD9151D2C84881C0FEA933A0790F49A9236EBD45F2AED32FAA252EB1AA18FC3CDEDE2452F33185E5931D31308D9B9882\r',
  encryptedAck: '\nE34C0062"*ACK"0001R5678L1234#080027E62A64[14F088FF5DCB19D1908069507EAB97C7CDB20F1C6EFA550BB59864D54B2DFA1C\r',
};
const publishedKey = Buffer.from('ABCD'.repeat(8), 'hex');

const hex = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9A-F]{${least},${most}}$`));
const block = fc.stringMatching(/^[ -Z^-~]{1,40}$/).filter((value) => !value.includes('|') && !value.includes('_'));
const message: fc.Arbitrary<Dc09Message> = fc.record({
  id: fc.constantFrom('ADM-CID', 'SIA-DCS', 'NULL', 'ACK', 'DUH'),
  sequence: fc.integer({ min: 1, max: 9999 }),
  receiver: fc.option(hex(1, 6)),
  line: hex(1, 6),
  account: hex(3, 16),
  data: fc.oneof(fc.constant(''), block, block.map((value) => `#1234|${value}`)),
  extended: fc.array(block, { maxLength: 3 }),
  at: fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2099, 0) }).map((at) => at - (at % 1000)),
});
const key = fc.constantFrom(16, 24, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));

describe('published frames', () => {
  test('are written byte by byte as published', () => {
    const plain = { receiver: null, line: '0', account: '1234', data: '', extended: [], at: null };
    expect(text(wrapFrame(writeMessage({ ...plain, id: 'SIA-DCS', sequence: 1, receiver: 'F3', line: '77', data: '#1234|NRR|Atest' }, null)))).toBe(published.text);
    expect(text(wrapFrame(writeMessage({ ...plain, id: 'SIA-DCS', sequence: 1 }, null)))).toBe(published.empty);
    expect(text(wrapFrame(writeMessage({ ...plain, id: 'NAK', sequence: 0, receiver: '0', account: null, at: Date.UTC(2025, 8, 24, 16, 20, 1) }, null)))).toBe(published.nak);
    expect(text(wrapFrame(writeMessage({ ...plain, id: 'ADM-CID', sequence: 1, data: '#1234|1122 00 007', at: Date.UTC(2026, 10, 24, 4, 20) }, null)))).toBe(published.contactId);
    expect(text(wrapFrame(writeMessage({ ...plain, id: 'NULL', sequence: 3 }, null)))).toBe(published.null);
  });

  test('that are encrypted are read with their key', () => {
    const read = (frame: string) => readMessage(unwrapFrame(bytes(frame)) ?? '', publishedKey);
    expect(read(published.encrypted)).toEqual({
      id: 'SIA-DCS',
      encrypted: true,
      sequence: 0,
      receiver: 'C0FFD',
      line: '1234',
      account: '080027E62A64',
      data: '#080027E62A64|NHB0003',
      extended: ['E115000'],
      at: Date.UTC(2015, 5, 22, 15, 12, 40),
    });
    expect(read(published.encryptedAck)).toMatchObject({ id: 'ACK', encrypted: true, sequence: 1, data: '', at: Date.UTC(2015, 3, 14, 16, 8, 12) });
  });

  test('that are encrypted are not read with another key, nor without one', () => {
    for (const frame of [published.encrypted, published.encryptedAck]) {
      expect(readMessage(unwrapFrame(bytes(frame)) ?? '', Buffer.alloc(16, 7))).toBeNull();
      expect(readMessage(unwrapFrame(bytes(frame)) ?? '', null)).toBeNull();
    }
  });
});

describe('a message', () => {
  test('says the same at the other end', () => {
    fc.assert(
      fc.property(message, (original) => {
        expect(readMessage(unwrapFrame(wrapFrame(writeMessage(original, null))) ?? '', null)).toEqual({ ...original, encrypted: false });
      }),
    );
  });

  test('says the same at the other end under a key of 128, 192 and 256 bits', () => {
    fc.assert(
      fc.property(message, key, (original, secret) => {
        const content = unwrapFrame(wrapFrame(writeMessage(original, secret))) ?? '';
        expect(content).toMatch(/^"\*[A-Z-]+"\d{4}[^[]*\[([0-9A-F]{32})+$/);
        expect(readMessage(content, secret)).toEqual({ ...original, encrypted: true });
      }),
    );
  });

  test('is never encrypted twice to the same bytes', () => {
    const secret = new Uint8Array(32).fill(9);
    // Data of this length leaves no byte of the last block free: padding is a whole block then.
    const original: Dc09Message = { id: 'SIA-DCS', sequence: 1, receiver: null, line: '0', account: '1234', data: '#123|NHA07', extended: [], at: 0 };
    const written = Array.from({ length: 50 }, () => writeMessage(original, secret));
    expect(new Set(written)).toHaveLength(50);
  });

  test('with any single character changed is refused, or still says the same', () => {
    fc.assert(
      fc.property(message, fc.option(key), fc.nat(), fc.integer({ min: 1, max: 255 }), (original, secret, place, change) => {
        const damaged = Uint8Array.from(wrapFrame(writeMessage(original, secret)));
        const at = place % damaged.length;
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const content = unwrapFrame(damaged);
        // The four digits of CRC and length may be of either case; nothing else may be anything else.
        const same = { ...original, encrypted: secret !== null };
        expect([null, same]).toContainEqual(content === null ? null : readMessage(content, secret));
      }),
      { numRuns: 3000 },
    );
  });

  test('is found among whatever else came over the connection, in however many pieces', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), fc.uint8Array({ maxLength: 30 }), fc.array(fc.nat({ max: 80 }), { maxLength: 8 }), (messages, noise, cuts) => {
        const sent = Buffer.concat(messages.flatMap((one) => [noise, wrapFrame(writeMessage(one, null))]));
        let rest: Uint8Array = new Uint8Array();
        const found: string[] = [];
        const feed = (piece: Uint8Array): void => {
          const taken = takeFrames(Buffer.concat([rest, piece]));
          found.push(...taken.contents);
          ({ rest } = taken);
        };
        let at = 0;
        for (const cut of cuts) {
          feed(sent.subarray(at, at + cut));
          at += cut;
        }
        feed(sent.subarray(at));
        expect(found).toEqual(messages.map((one) => writeMessage(one, null)));
      }),
    );
  });
});

describe('arbitrary bytes', () => {
  test('never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(key), (noise, secret) => {
        expect(unwrapFrame(noise)).toBeNull();
        expect(takeFrames(noise).contents).toEqual([]);
        readMessage(text(noise), secret);
      }),
      { numRuns: 2000 },
    );
  });

  test('in a whole frame never throw', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^"[*"A-Z0-9#L[\]|_:,-]{0,80}$/), fc.option(key), (content, secret) => {
        expect(unwrapFrame(wrapFrame(content))).toBe(content.length > 0 ? content : null);
        readMessage(content, secret);
      }),
      { numRuns: 2000 },
    );
  });

  test('without an end are not kept for ever', () => {
    expect(takeFrames(new Uint8Array(100_000)).rest.length).toBeLessThan(5000);
  });
});

test('a timestamp that names no moment is none', () => {
  for (const wrong of ['_24:00:00,01-01-2026', '_12:00:00,02-30-2026', '_12:00:00,13-01-2026', '12:00:00,01-01-2026', '_1:00:00,01-01-2026', '_12:00:00,01-01-26', '']) expect(readTimestamp(wrong)).toBeNull();
  expect(readTimestamp(writeTimestamp(Date.UTC(2026, 1, 28, 23, 59, 59)))).toBe(Date.UTC(2026, 1, 28, 23, 59, 59));
});
