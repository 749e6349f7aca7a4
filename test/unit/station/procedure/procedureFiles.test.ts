import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { giveawaysIn } from '../../../../main/contract/giveaways.ts';
import { flawsOfProcedure } from '../../../../main/contract/procedureFlaws.ts';
import { inLanguage, languagesOf, untranslated, wordingsOf } from '../../../../main/contract/wordings.ts';
import { loadProcedures } from '../../../../main/station/procedure/procedureFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'quietbell-procedures-'));
mkdirSync(join(folder, 'procedures'));
const write = (name: string, text: string): void => writeFileSync(join(folder, 'procedures', name), text);
afterEach(() => rmSync(join(folder, 'procedures', 'mine.yaml'), { force: true }));

const all = loadProcedures(folder).procedures.map(({ document }) => document);
const shipped = all.find((procedure) => procedure.id === 'get-help');
const minimal = (changes: string): string => `
id: mine
version: 1
title: { discreet: Mine, full: Mine }
numbers: [{ id: one, label: { discreet: One, full: One }, dial: '1' }]
codePhrase: { discreet: a, full: b }
alarmCode: { dial: '#00', wording: { discreet: a, full: b } }
safeRoom: { place: a, wording: { discreet: a, full: b } }
sections:
  - { type: steps, id: first, title: { discreet: a, full: b }, steps: [${changes}] }
`;
const step = (id: string, rest = ''): string => `{ id: ${id}, wording: { discreet: a, full: b }${rest} }`;

describe('the seed procedure that came with the program', () => {
  it('has the four ways to get help, the provisions for working alone, what may be seen, and both branches', () => {
    const sections = shipped?.sections ?? [];
    expect(sections.map((section) => section.id)).toEqual(['ask-for-a-colleague', 'on-your-own', 'what-you-may-see', 'personal-safety-risk']);
    const [ways, alone, , risk] = sections;
    expect(ways?.type === 'steps' && ways.steps).toHaveLength(4);
    expect(alone?.type === 'steps' && alone.alone && alone.steps.flatMap((each) => each.steps ?? [])).toHaveLength(3);
    expect(risk?.type === 'question' && risk.answers.map((answer) => answer.steps.length)).toEqual([5, 6]);
    expect(risk?.type === 'question' && risk.answers[1]?.steps[1]?.steps).toHaveLength(4);
    expect(shipped?.alarmCode.dial).toBe('#00');
  });
});

describe.each(all.map((procedure) => [procedure.id, procedure] as const))('the procedure %s that came with the program', (_id, procedure) => {
  it('holds, and is written whole in English, German and Spanish', () => {
    expect(flawsOfProcedure(procedure)).toEqual([]);
    expect(languagesOf(procedure)).toEqual(['en', 'de', 'es']);
    for (const language of ['de', 'es']) expect(untranslated(procedure, language)).toEqual([]);
  });

  it.each(['en', 'de', 'es'])('says nothing on its discreet face in %s that a visitor should not read', (language) => {
    const discreet = wordingsOf(inLanguage(procedure, language)).map(({ wording }) => wording.discreet);
    expect(discreet.length).toBeGreaterThan(25);
    for (const words of discreet) {
      expect(giveawaysIn(words)).toEqual([]);
      expect(words).not.toMatch(/danger|risk|help|gefahr|hilfe|peligro|ayuda/i);
    }
  });

  it('has cues that can be seen or heard, and that decide nothing', () => {
    const cues = procedure.sections.filter((section) => section.type === 'cues');
    expect(cues).toHaveLength(1);
    expect(cues[0]?.title.full).toMatch(/nothing|none of it/i);
  });
});

describe('a procedure file of the site', () => {
  it('is used beside the shipped one when it is sound', () => {
    write('mine.yaml', minimal(step('a')));
    expect(loadProcedures(folder)).toMatchObject({ problems: [] });
    expect(loadProcedures(folder).procedures.at(-1)).toMatchObject({ file: 'mine.yaml', document: { id: 'mine', language: 'en', position: 50 } });
  });

  it.each([
    ['not YAML', 'id: [', /mine\.yaml/],
    ['an unknown key', minimal(step('a', ', colour: red')), /colour|sections/],
    ['an identifier used twice', minimal(`${step('a')}, ${step('a')}`), /"a" is used twice/],
    ['a number that is not listed', minimal(step('a', ', action: { do: dial, number: two }')), /"two"/],
    ['nothing in it', '', /mine\.yaml/],
  ])('with %s is a problem that names it and the line, and what came with the program stays', (_what, text, message) => {
    write('mine.yaml', text);
    const { procedures, problems } = loadProcedures(folder);
    expect(procedures.map(({ file }) => file)).toEqual([null, null, null, null]);
    expect(problems).toMatchObject([{ type: 'ProcedureInvalid' }]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.message).toMatch(/mine\.yaml, line \d+/);
  });
});
