import { describe, expect, test } from 'vitest';
import { procedureSchema } from '../../../../main/contract/index.ts';
import { addBelow, addSection, changeWording, moveItem, nestStep, newProcedure, removeItem, unnestStep, writeFace } from '../../../../renderer/procedures/changes.ts';
import { checkDocument } from '../../../../renderer/procedures/checkDocument.ts';
import { nodeAt, outlineOf } from '../../../../renderer/procedures/outline.ts';
import type { Document } from '../../../../renderer/procedures/outline.ts';

const w = (discreet: string) => ({ discreet, full: discreet });
const document: Document = procedureSchema.parse({
  id: 'mine',
  version: 1,
  title: w('Title'),
  numbers: [{ id: 'one', label: w('One'), dial: '1' }],
  codePhrase: w('Phrase'),
  alarmCode: { dial: '#00', wording: w('Code') },
  safeRoom: { place: 'Room', wording: w('Room') },
  sections: [
    { type: 'steps', id: 'first', title: w('First'), steps: ['a', 'b', 'c'].map((id) => ({ id, wording: w(id) })) },
    { type: 'question', id: 'second', title: w('Second'), answers: ['yes', 'no'].map((id) => ({ id, wording: w(id), steps: [{ id: `${id}-step`, wording: w(id) }] })) },
    { type: 'cues', id: 'third', title: w('Third'), cues: [{ id: 'cue', wording: w('cue') }] },
  ],
});
const lines = (of: Document): readonly string[] => outlineOf(of).slice(1, -2).map(({ key, depth }) => `${'  '.repeat(depth)}${key}`);

describe('a procedure that is written', () => {
  test('is an outline in reading order', () => {
    expect(lines(document)).toEqual(['first', '  a', '  b', '  c', 'second', '  yes', '    yes-step', '  no', '    no-step', 'third', '  cue']);
  });

  test.each([
    ['a step', 'b', -1, ['  b', '  a', '  c']],
    ['the last step', 'c', 1, ['  a', '  b', '  c']],
  ] as const)('%s moves among its neighbours and no further', (_what, id, by, expected) => {
    expect(lines(moveItem(document, id, by)).slice(1, 4)).toEqual(expected);
  });

  test('sections and answers move with all that is in them', () => {
    expect(lines(moveItem(document, 'third', -1)).slice(4, 6)).toEqual(['third', '  cue']);
    expect(lines(moveItem(document, 'no', -1)).slice(5, 9)).toEqual(['  no', '    no-step', '  yes', '    yes-step']);
  });

  test('a step goes into the one above it and comes out again', () => {
    const nested = nestStep(document, 'b');
    expect(lines(nested).slice(1, 4)).toEqual(['  a', '    b', '  c']);
    expect(unnestStep(nested, 'b')).toEqual(document);
    expect(nestStep(document, 'a')).toEqual(document);
    expect(unnestStep(document, 'a')).toEqual(document);
  });

  test('what is removed takes along what is in it, and no empty list stays', () => {
    expect(lines(removeItem(document, 'yes'))).not.toContain('    yes-step');
    const nested = nestStep(document, 'b');
    expect(removeItem(nested, 'b').sections[0]).toMatchObject({ steps: [{ id: 'a' }, { id: 'c' }] });
    expect(JSON.stringify(removeItem(nested, 'b'))).not.toContain('"steps":[]');
  });

  test('what is added below has an identifier of its own, and can be published once it is written', () => {
    const added = addBelow(document, { key: 'a', kind: 'step' });
    expect(lines(added.document).slice(1, 4)).toEqual(['  a', '  step', '  b']);
    const twice = addBelow(added.document, { key: 'step', kind: 'step' });
    expect(twice.id).toBe('step-2');
    expect(checkDocument(added.document)).toMatchObject({ ok: false, flaws: [{ kind: 'missing' }, { kind: 'missing' }] });
    expect(checkDocument(changeWording(added.document, { key: 'step', kind: 'step' }, w('Written')))).toMatchObject({ ok: true });
  });

  test.each(['steps', 'question', 'cues'] as const)('a new section of %s comes behind the chosen one with unused identifiers', (type) => {
    const { document: next, id } = addSection(addSection(document, type, 'first').document, type, 'first');
    const keys = outlineOf(next).map(({ key }) => key);
    expect(next.sections[1]?.id).toBe(id);
    expect(new Set(keys).size).toBe(keys.length);
    const { ok } = checkDocument(next);
    expect(ok).toBe(false);
  });

  test('a new one has the numbers of the site and wants to be written', () => {
    const begun = newProcedure(w('Late visits'), ['late-visits'], document);
    expect(begun).toMatchObject({ id: 'late-visits-2', numbers: [{ dial: '1' }], alarmCode: { dial: '#00' } });
    const checked = checkDocument(begun);
    expect(!checked.ok && checked.flaws.map(({ path }) => nodeAt(outlineOf(begun), path)?.kind)).toEqual(['steps', 'steps', 'step', 'step']);
  });
});

describe('a wording in several languages', () => {
  test('keeps its own words when a translation is written, and loses a translation of which nothing is left', () => {
    const german = writeFace(writeFace(w('Word'), 'de', 'discreet', 'Wort'), 'de', 'full', 'Ein Wort');
    expect(german).toEqual({ ...w('Word'), translations: { de: { discreet: 'Wort', full: 'Ein Wort' } } });
    expect(writeFace(writeFace(german, 'de', 'discreet', ''), 'de', 'full', '')).toEqual(w('Word'));
    expect(writeFace(german, null, 'discreet', 'Other')).toMatchObject({ discreet: 'Other', translations: { de: { discreet: 'Wort' } } });
  });
});
