import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCap } from '../../../main/channel/cap.ts';
import type { OutgoingMessage } from '../../../main/core/channel/message.ts';
import { checkCap } from '../../support/channel/checkCap.ts';
import { callForHelp, drill } from '../../support/channel/usableChannel.ts';

const to = ['security@library.example'];

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(']]>', '<!--', '&amp;', '\u0000', '\uD800', '\uFFFE', '"', ' '));

const anyMessage: fc.Arbitrary<OutgoingMessage> = fc.record({
  id: fc.oneof(fc.uuid(), anyText.filter((text) => text.trim() !== '')),
  occasion: fc.constantFrom('raised', 'raised-to-emergency', 'pressed-again', 'duress', 'closed', 'fault', 'fault-ended', 'test'),
  kind: fc.constantFrom('real', 'drill', 'test'),
  level: fc.constantFrom('assist', 'emergency'),
  alarm: fc.option(fc.uuid()),
  fault: fc.option(fc.uuid()),
  ending: fc.constantFrom('resolved', 'false-alarm', 'called-off', null),
  site: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  station: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  stationId: fc.stringMatching(/^[0-9a-f]{32}$/),
  sentBy: anyText,
  place: anyText,
  zone: fc.integer({ min: 0, max: 999 }),
  at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  began: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  subject: anyText,
  text: anyText,
});

describe('the CAP document', () => {
  it('follows the schema of CAP 1.2 whatever people wrote into it', () => {
    fc.assert(
      fc.property(anyMessage, fc.array(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), { minLength: 1 }), (message, addresses) => {
        expect(checkCap(createCap(message, addresses))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('says Actual of a call, Exercise of a drill and Test of a test', () => {
    const statusOf = (message: OutgoingMessage): string | undefined => /<status>(\w+)<\/status>/.exec(createCap(message, to))?.[1];
    expect([statusOf(callForHelp), statusOf(drill), statusOf({ ...callForHelp, kind: 'test' })]).toEqual(['Actual', 'Exercise', 'Test']);
    expect(createCap(drill, to)).toContain('<headline>DRILL: ');
    expect(createCap(drill, to)).toContain('<note>This is a drill. Nobody is in danger.</note>');
  });

  it('writes moments as CAP has them, without Z and fractions', () => {
    expect(createCap(callForHelp, to)).toContain('<sent>2026-11-24T09:30:15-00:00</sent>');
  });

  it('refers to the first word of an alarm in all that follows', () => {
    const first = createCap(callForHelp, to);
    const field = (name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(first)?.[1] ?? '';
    const reference = `${field('sender')},${field('identifier')},${field('sent')}`;
    const later = { ...callForHelp, id: `${callForHelp.id}/2`, at: callForHelp.at + 60_000, began: callForHelp.at };
    const update = createCap({ ...later, occasion: 'raised-to-emergency' }, to);
    const cancel = createCap({ ...later, occasion: 'closed', ending: 'resolved' }, to);
    expect(update).toContain('<msgType>Update</msgType>');
    expect(cancel).toContain('<msgType>Cancel</msgType>');
    for (const each of [update, cancel]) expect(each).toContain(`<references>${reference}</references>`);
    expect(update).not.toContain(`<identifier>${field('identifier')}</identifier>`);
  });

  it('is no cancellation where an alarm was only called off where it was raised', () => {
    const calledOff = createCap({ ...callForHelp, occasion: 'closed', ending: 'called-off', began: callForHelp.at }, to);
    expect(calledOff).toContain('<msgType>Update</msgType>');
    expect(calledOff).not.toContain('<urgency>Past</urgency>');
  });
});

describe('the check of CAP documents itself', () => {
  const good = createCap(callForHelp, to);
  it.each([
    ['another namespace', good.replace('cap:1.2', 'cap:1.1')],
    ['an order that is not the schema’s', good.replace(/(\s*<identifier>.*<\/identifier>)(\s*<sender>.*<\/sender>)/, '$2$1')],
    ['a Z in a moment', good.replace('-00:00</sent>', 'Z</sent>')],
    ['a word that the schema does not know', good.replace('<status>Actual</status>', '<status>Real</status>')],
    ['a missing element', good.replace(/<scope>.*<\/scope>/, '')],
    ['a restricted character', good.replace(/<sender>[^<]+/, '<sender>a, b')],
    ['a private alert for nobody', good.replace(/<addresses>.*<\/addresses>/, '')],
    ['an update of nothing', good.replace('>Alert<', '>Update<')],
    ['something that is no XML', good.slice(0, -9)],
  ])('finds %s', (_what, xml) => {
    expect(checkCap(xml)).not.toEqual([]);
  });
});
