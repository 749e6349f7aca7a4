import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactIdData } from '../../../../main/channel/dc09/contactId.ts';
import { extendedData } from '../../../../main/channel/dc09/extendedData.ts';
import { createSequenceNumbers } from '../../../../main/channel/dc09/sequenceNumbers.ts';
import { decideReport } from '../../../../main/channel/dc09/report.ts';
import { siaData } from '../../../../main/channel/dc09/sia.ts';
import type { OutgoingMessage } from '../../../../main/core/channel/message.ts';
import { countUp, outgoing } from '../../../support/dc09/parts.ts';

const said = (changes: Partial<OutgoingMessage>): readonly [string, string] => {
  const report = decideReport(outgoing(changes));
  return [contactIdData(report, '1234', 7), siaData(report, '1234', 7)];
};

const anyMessage = fc.record({
  occasion: fc.constantFrom('raised', 'raised-to-emergency', 'pressed-again', 'duress', 'closed', 'fault', 'fault-ended', 'test'),
  kind: fc.constantFrom('real', 'drill', 'test'),
  level: fc.constantFrom('assist', 'emergency'),
  ending: fc.constantFrom('resolved', 'false-alarm', 'called-off', null),
  faultKind: fc.constantFrom('device', 'trigger', 'network', 'peer', 'channel', 'ledger', 'disk', 'clock', 'window', null),
  subject: fc.string({ unit: 'grapheme' }),
  station: fc.string({ unit: 'grapheme' }),
});

describe('what an alarm-receiving centre is told', () => {
  test.each<[string, Partial<OutgoingMessage>, string, string]>([
    ['an emergency is a silent hold-up', { occasion: 'raised', level: 'emergency' }, '#1234|1122 00 007', '#1234|NHA007'],
    ['a call for a colleague is a panic alarm', { occasion: 'raised', level: 'assist' }, '#1234|1120 00 007', '#1234|NPA007'],
    ['a second press that raises it is a silent hold-up', { occasion: 'raised-to-emergency' }, '#1234|1122 00 007', '#1234|NHA007'],
    ['a further press says the same again', { occasion: 'pressed-again', level: 'assist' }, '#1234|1120 00 007', '#1234|NPA007'],
    ['the duress code is duress', { occasion: 'duress' }, '#1234|1121 00 007', '#1234|NHA007'],
    ['an emergency that was resolved is a restore', { occasion: 'closed', ending: 'resolved' }, '#1234|3122 00 007', '#1234|NHH007'],
    ['a call for a colleague that was resolved is a restore', { occasion: 'closed', level: 'assist' }, '#1234|3120 00 007', '#1234|NPH007'],
    ['a false alarm is a cancel', { occasion: 'closed', ending: 'false-alarm' }, '#1234|1406 00 007', '#1234|NOC007'],
    ['one that was called off is a cancel', { occasion: 'closed', ending: 'called-off' }, '#1234|1406 00 007', '#1234|NOC007'],
    ['a pedal at fault is trouble of the hold-up device', { occasion: 'fault', faultKind: 'device' }, '#1234|1376 00 007', '#1234|NHT007'],
    ['and its end restores it', { occasion: 'fault-ended', faultKind: 'device' }, '#1234|3376 00 007', '#1234|NHJ007'],
    ['a silent station is communication trouble', { occasion: 'fault', faultKind: 'peer' }, '#1234|1350 00 007', '#1234|NYC007'],
    ['and its end restores it', { occasion: 'fault-ended', faultKind: 'network' }, '#1234|3350 00 007', '#1234|NYK007'],
    ['a full disk is system trouble', { occasion: 'fault', faultKind: 'disk' }, '#1234|1300 00 007', '#1234|NYX007'],
    ['and its end restores it', { occasion: 'fault-ended', faultKind: 'disk' }, '#1234|3300 00 007', '#1234|NYZ007'],
    ['a test of the channel is a manual test', { occasion: 'test', kind: 'test' }, '#1234|1601 00 007', '#1234|NRX007'],
    ['a drill is a manual test', { occasion: 'raised', kind: 'drill' }, '#1234|1601 00 007', '#1234|NRX007'],
  ])('%s', (_name, changes, contactId, sia) => {
    expect(said(changes)).toEqual([contactId, sia]);
  });

  test('a drill or test never carries the code of an alarm, whatever happened, and says in its text what it is', () => {
    fc.assert(
      fc.property(anyMessage, (changes) => {
        const message = outgoing(changes);
        const [contactId, sia] = said(changes);
        const isTest = changes.kind !== 'real' || changes.occasion === 'test';
        expect(contactId).toMatch(isTest ? /\|1601 / : /\|[13](12[012]|406|376|350|300) /);
        expect(sia).toMatch(isTest ? /\|NRX/ : /\|N(HA|HH|PA|PH|OC|HT|HJ|YC|YK|YX|YZ)/);
        expect(extendedData(message).at(-1)).toMatch(changes.kind === 'drill' ? /^IDRILL: / : changes.kind === 'test' ? /^ITEST: / : /^I/);
        expect(extendedData(outgoing({ ...changes, kind: 'drill', subject: 'DRILL: Emergency' })).at(-1)).toBe('IDRILL: Emergency');
      }),
    );
  });

  test('the desk stands in every message: its zone in the data, its name and place in the text', () => {
    fc.assert(
      fc.property(anyMessage, (changes) => {
        const [contactId, sia] = said(changes);
        expect(contactId).toMatch(/ 007$/);
        expect(sia).toMatch(/007$/);
        expect(extendedData(outgoing({ ...changes, station: 'Desk 2' }))).toContain('LDesk 2, Ground floor');
      }),
    );
  });

  test('its text holds nothing that a receiver could take for a part of the frame, nor more than 256 characters', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat({ max: 400 }), (changes, repeats) => {
        for (const block of extendedData(outgoing({ ...changes, subject: changes.subject.repeat(repeats % 20) }))) expect(block).toMatch(/^[SLI][ !#-Z\\^-{}~]{0,256}$/);
      }),
    );
    expect(extendedData(outgoing({ site: 'Städtische Bücherei – Straße', place: 'Café [1]|"' }))).toEqual(['SStadtische Bucherei - Strasse', 'LDesk 2, Cafe  1   ', 'IEmergency at Ground floor']);
  });
});

describe('sequence numbers', () => {
  test('stay the same for every try of a message, and go round after 9999', () => {
    const numbers = createSequenceNumbers(countUp(9997));
    expect([numbers.of('a'), numbers.of('b'), numbers.of('a'), numbers.next(), numbers.of('c'), numbers.of('b')]).toEqual([9998, 9999, 9998, 1, 2, 9999]);
  });

  test('of a message that is still tried are not forgotten for newer ones', () => {
    const numbers = createSequenceNumbers(countUp());
    const first = numbers.of('first');
    const again = Array.from({ length: 3000 }, (_, other) => {
      numbers.of(`other ${other}`);
      return numbers.of('first');
    });
    expect(new Set(again)).toEqual(new Set([first]));
  });
});
