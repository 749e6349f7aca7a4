import { describe, expect, it } from 'vitest';
import { windowLanguages } from '../../../main/contract/language.ts';
import { fillLetter, letterPlaceholders, newLetterTemplateSchema, unknownPlaceholders } from '../../../main/contract/person.ts';
import { createWording } from '../../../main/document/wording.ts';

const values = { name: 'Mo {site}', site: 'Elm Library', today: '30 November 2026', scope: 'all', from: 'a', until: 'b', notice: 'Stay out.', decidedBy: 'Kit', reviewOn: 'c' };

describe('the notice letter', () => {
  it('is filled in once: what stands in a name is taken as it is', () => {
    expect(fillLetter('Dear {name}, {notice} {site} {name}', values)).toBe('Dear Mo {site}, Stay out. Elm Library Mo {site}');
  });

  it('may hold no braces that stand for nothing', () => {
    expect(unknownPlaceholders('{name} {nmae} {} {toString}')).toEqual(['{nmae}', '{}', '{toString}']);
    expect(newLetterTemplateSchema.safeParse({ text: 'Dear {nmae}' }).error?.issues[0]?.message).toBe('Nothing is known by {nmae}');
    expect(newLetterTemplateSchema.safeParse({ text: ' ' }).success).toBe(false);
    expect(newLetterTemplateSchema.safeParse({ text: null }).success).toBe(true);
  });

  it.each(windowLanguages)('that comes with the program in %s fits, and leaves nothing out that must be in one', (language) => {
    const { standard } = createWording(language).words.person.letter;
    expect(newLetterTemplateSchema.safeParse({ text: standard }).success).toBe(true);
    expect(letterPlaceholders.filter((name) => name !== 'today' && !standard.includes(`{${name}}`))).toEqual([]);
  });
});
