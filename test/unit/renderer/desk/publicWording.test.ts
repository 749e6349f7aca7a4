import { describe, expect, test } from 'vitest';
import { giveawaysIn } from '../../../../main/contract/index.ts';
import { english } from '../../../../renderer/shared/messages/english.ts';
import { german } from '../../../../renderer/shared/messages/german.ts';
import { spanish } from '../../../../renderer/shared/messages/spanish.ts';

const wordings = (part: object): string[] => Object.values(part).flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null ? wordings(entry) : [String(entry)]));

/** What else the slim message must not say: it comes up by itself while somebody is being threatened. */
const languages = [
  ['English', english, /danger|help/i],
  ['German', german, /gefahr|hilf|helf/i],
  ['Spanish', spanish, /peligr|ayud|auxili|socorr/i],
] as const;

/** Anybody may read these over the counter (LOOK: the public face). */
describe.each(languages)('in %s', (_, { desk, notes, respond, shared }, urgent) => {
  test.each([
    ['the noticeboard', desk],
    ['the service notes', notes],
    ['the slim message of a call', respond.message],
    ['the way to the private pages, and the sign-in before them', { pages: shared.pages, signIn: shared.signIn, language: shared.language, title: shared.windowTitle, waiting: shared.connecting, lost: shared.unreachable }],
  ])('no word of %s gives away what it is for', (__, catalogue) => {
    const all = wordings(catalogue);
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((wording) => giveawaysIn(wording).length > 0)).toEqual([]);
  });

  test('the slim message sounds like any other errand', () => {
    expect(wordings(respond.message).filter((wording) => urgent.test(wording))).toEqual([]);
  });
});
