import fc from 'fast-check';
import type { Answer } from 'dns-packet';
import { decode, encode } from 'dns-packet';
import { describe, expect, test } from 'vitest';
import { siteTag } from '../../../main/lan/discovery.ts';
import { answersFor, readAnswers } from '../../../main/lan/serviceRecords.ts';

const announcement = { station: '0123456789abcdef'.repeat(2), site: 'feedfeedfeedfeed', port: 7411, hosts: ['10.0.0.7', '2001:db8::7'] };

/** As it comes off the wire. */
const carried = (answers: Answer[]): readonly Answer[] => decode(encode({ type: 'response', answers })).answers ?? [];

describe('the records of a station', () => {
  test('say where it listens, in IPv4 and IPv6, to whoever reads them off the wire', () => {
    expect(readAnswers(carried(answersFor(announcement)))).toEqual([{ station: announcement.station, site: announcement.site, addresses: ['10.0.0.7:7411', '[2001:db8::7]:7411'] }]);
  });

  test('take the station back when it leaves', () => {
    expect(readAnswers(carried(answersFor(announcement, true)))).toEqual([{ station: announcement.station, site: announcement.site, addresses: [] }]);
  });

  test('name neither desk nor computer', () => {
    expect(JSON.stringify(answersFor(announcement))).not.toMatch(/desk|library|local\.local/i);
    expect(siteTag(new Uint8Array([1, 2, 3]))).toMatch(/^[0-9a-f]{16}$/);
  });

  test('of somebody who lies or does not know the protocol are passed over', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(undefined), fc.record({ port: fc.integer(), target: fc.string() }), fc.array(fc.string()));
    const answer = fc.record({ type: fc.constantFrom('PTR', 'SRV', 'TXT', 'A', 'AAAA'), name: fc.oneof(fc.constant('_quietbell._tcp.local'), fc.string()), data: value });
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        expect(readAnswers(answers)).toEqual([]);
      }),
    );
  });
});
