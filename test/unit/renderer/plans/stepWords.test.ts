import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { planStepSchema } from '../../../../main/contract/index.ts';
import { stepWords } from '../../../../renderer/plans/stepWords.ts';
import { startMessages } from '../../../../renderer/shared/messages/messages.ts';

beforeAll(() => startMessages('en'));

const office = 'a'.repeat(32);
const names = { stations: new Map([[office, 'Back office']]), groups: new Map([['first-floor', 'First floor']]), channels: new Map([['centre', 'Alarm centre']]) };
const words = (step: unknown): string => stepWords(planStepSchema.parse(step), names, i18next.getFixedT('en', 'plans'));

describe('a step of a plan as a sentence', () => {
  test.each([
    [{ after: 0, recipients: [{ to: 'everyone' }] }, 'At once: every desk.'],
    [{ after: 30, recipients: [{ to: 'station', station: office }, { to: 'group', group: 'first-floor' }] }, 'After 30 seconds, if nobody is coming yet: Back office and First floor.'],
    [{ after: 90, recipients: [{ to: 'channel', channel: 'centre' }], when: { unacknowledged: false, level: 'emergency' } }, 'After 1 minute 30 seconds, also when somebody is coming, in an emergency only: Alarm centre.'],
    [{ after: 120, recipients: [{ to: 'channel', channel: 'centre' }], when: { alone: true, outOfHours: true } }, 'After 2 minutes, if nobody is coming yet, when working alone, out of hours: Alarm centre.'],
    [{ after: 0, recipients: [{ to: 'everyone' }], when: { alone: false, outOfHours: false } }, 'At once, when not alone, within hours: every desk.'],
  ])('%j', (step, sentence) => expect(words(step)).toBe(sentence));

  test('says so when somebody it names is not there any more', () => {
    expect(words({ after: 0, recipients: [{ to: 'channel', channel: 'old-mail' }] })).toBe('At once: old-mail (is not there any more).');
  });
});
