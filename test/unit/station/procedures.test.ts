import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { stepsOf } from '../../../main/contract/procedure.ts';
import { loadProcedures } from '../../../main/station/procedures.ts';

const folder = mkdtempSync(join(tmpdir(), 'quietbell-procedures-'));
mkdirSync(join(folder, 'procedures'));
const write = (name: string, text: string): void => writeFileSync(join(folder, 'procedures', name), text);
afterEach(() => rmSync(join(folder, 'procedures', 'mine.yaml'), { force: true }));

const shipped = loadProcedures(folder).procedures.find((procedure) => procedure.id === 'get-help');
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

describe('the procedure that came with the program', () => {
  it('has the four ways to get help, the provisions for working alone and both branches', () => {
    const sections = shipped?.sections ?? [];
    expect(sections.map((section) => section.id)).toEqual(['ask-for-a-colleague', 'on-your-own', 'personal-safety-risk']);
    const [ways, alone, risk] = sections;
    expect(ways?.type === 'steps' && ways.steps).toHaveLength(4);
    expect(alone?.type === 'steps' && alone.alone && alone.steps.flatMap((each) => each.steps ?? [])).toHaveLength(3);
    expect(risk?.type === 'question' && risk.answers.map((answer) => answer.steps.length)).toEqual([5, 6]);
    expect(risk?.type === 'question' && risk.answers[1]?.steps[1]?.steps).toHaveLength(4);
    expect(shipped?.alarmCode.dial).toBe('#00');
  });

  it('says nothing on its discreet face that a customer should not read', () => {
    const discreet = shipped === undefined ? [] : [shipped.title.discreet, shipped.codePhrase.discreet, ...shipped.numbers.map(({ label }) => label.discreet), ...shipped.sections.flatMap((section) => [section.title.discreet, ...(section.type === 'question' ? section.answers.map(({ wording }) => wording.discreet) : [])]), ...stepsOf(shipped).map(({ wording }) => wording.discreet)];
    expect(discreet.length).toBeGreaterThan(30);
    for (const words of discreet) expect(words).not.toMatch(/alarm|emergenc|threat|incident|police|customer|danger|risk|help/i);
  });
});

describe('a procedure file of the site', () => {
  it('is used beside the shipped one when it is sound', () => {
    write('mine.yaml', minimal(step('a')));
    expect(loadProcedures(folder)).toMatchObject({ problems: [], procedures: [{ id: 'get-help' }, { id: 'mine' }] });
  });

  it.each([
    ['not YAML', 'id: [', /mine\.yaml/],
    ['an unknown key', minimal(step('a', ', colour: red')), /colour|sections/],
    ['an identifier used twice', minimal(`${step('a')}, ${step('a')}`), /"a" is used twice/],
    ['a number that is not listed', minimal(step('a', ', action: { do: dial, number: two }')), /"two"/],
    ['nothing in it', '', /mine\.yaml/],
  ])('with %s is a problem that names it, and the shipped one stays', (_what, text, message) => {
    write('mine.yaml', text);
    const { procedures, problems } = loadProcedures(folder);
    expect(procedures.map(({ id }) => id)).toEqual(['get-help']);
    expect(problems).toMatchObject([{ type: 'ProcedureInvalid' }]);
    expect(problems[0]?.message).toMatch(message);
  });
});
