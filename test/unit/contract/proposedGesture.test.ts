import { describe, expect, test } from 'vitest';
import { planDocumentSchema } from '../../../main/contract/plan.ts';
import { proposedGesture } from '../../../main/contract/proposedGesture.ts';
import { purposeSchema } from '../../../main/contract/trigger.ts';

const planWith = (level: 'assist' | 'emergency', channel: string) =>
  planDocumentSchema.parse({
    plans: [
      {
        id: 'colleagues',
        name: 'Colleagues',
        steps: [
          { after: 0, recipients: [{ to: 'everyone' }] },
          { after: 60, recipients: [{ to: 'channel', channel }], when: { level } },
        ],
      },
    ],
  });
const channels = [
  { id: 'centre', reachesPolice: true },
  { id: 'it-mail', reachesPolice: false },
];

describe('the gesture that is proposed', () => {
  test('is one press for colleagues, and for what ends at them', () => {
    expect(proposedGesture('assist', planWith('assist', 'it-mail'), channels)).toEqual({ type: 'press' });
    expect(proposedGesture('emergency', planWith('assist', 'it-mail'), channels)).toEqual({ type: 'press' });
  });

  test('is the stricter double press for what reaches the police', () => {
    expect(proposedGesture('assist', planWith('assist', 'centre'), channels)).toEqual({ type: 'double-press' });
    expect(proposedGesture('emergency', planWith('assist', 'centre'), channels)).toEqual({ type: 'double-press' });
  });

  test('is the stricter one only for the level that reaches them', () => {
    const document = planWith('emergency', 'centre');
    expect(proposedGesture('assist', document, channels)).toEqual({ type: 'press' });
    expect(proposedGesture('emergency', document, channels)).toEqual({ type: 'double-press' });
  });

  test.each(purposeSchema.options.filter((purpose) => purpose !== 'assist' && purpose !== 'emergency'))('is one press for the quiet function "%s"', (purpose) => {
    expect(proposedGesture(purpose, planWith('assist', 'centre'), channels)).toEqual({ type: 'press' });
  });
});
