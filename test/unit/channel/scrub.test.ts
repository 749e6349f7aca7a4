import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrub } from '../../../main/channel/scrub.ts';
import { recordingLog } from '../../support/channel/usableChannel.ts';

const anySecret = fc.oneof(fc.string({ minLength: 4, unit: 'grapheme-ascii' }), fc.base64String({ minLength: 8 }), fc.stringMatching(/^[0-9a-fA-F]{32}$/)).filter((secret) => /\S{4}/.test(secret) && secret.trim() === secret && !secret.includes('•') && !/\s{2}/.test(secret));

describe('what a channel says', () => {
  it('holds no secret of it, wherever in the text that stood', () => {
    fc.assert(
      fc.property(anySecret, fc.string(), fc.string(), (secret, before, after) => {
        const scrub = createScrub({ password: secret }, 'bell');
        const log = recordingLog();
        const facts = { told: `${before}${secret}${after}`, deep: { error: secret }, error: new Error(secret), list: [secret], count: 3 };
        scrub.log(log).warn(facts, `it said ${secret}`);
        expect(log.text()).not.toContain(secret);
        expect(scrub.answer(`${before}${secret}${after}`)).not.toContain(secret);
        expect(scrub.answer(Buffer.from(`\0bell\0${secret}`).toString('base64'))).toBe('•••');
      }),
    );
  });

  it('is one line of at most 300 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const answer = createScrub({}).answer(text);
        expect(answer.length).toBeLessThanOrEqual(300);
        expect(answer).not.toMatch(/[\n\r\0]/);
      }),
    );
  });
});
