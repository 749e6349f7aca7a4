import { describe, expect, test } from 'vitest';
import { procedureSchema } from '../../../../main/contract/index.ts';
import { addBelow, changeStep, changeWording, moveItem, nestStep, removeItem, writeFace } from '../../../../renderer/procedures/changes.ts';
import { differencesOf } from '../../../../renderer/procedures/differences.ts';

const w = (discreet: string) => ({ discreet, full: `${discreet}, in full` });
const document = procedureSchema.parse({
  id: 'mine',
  version: 1,
  title: w('Title'),
  numbers: [{ id: 'one', label: w('Desk'), dial: '1' }],
  codePhrase: w('Phrase'),
  alarmCode: { dial: '#00', wording: w('Code') },
  safeRoom: { place: 'Room 1', wording: w('Room') },
  sections: [{ type: 'steps', id: 'first', title: w('First'), steps: ['A', 'B', 'C'].map((name) => ({ id: name.toLowerCase(), wording: w(name) })) }],
});

describe('what differs between two versions, in words', () => {
  test('nothing, when only the number is another one', () => expect(differencesOf(document, { ...document, version: 7 })).toEqual([]));

  test.each([
    ['a step that was removed', removeItem(document, 'b'), [{ kind: 'removed', what: 'B' }]],
    ['a step that was added', addBelow(document, { key: 'a', kind: 'step' }).document, [{ kind: 'added', what: '' }]],
    ['steps in another order', moveItem(document, 'a', 1), [{ kind: 'reordered', what: 'First' }]],
    ['a step that stands within another one now', nestStep(document, 'b'), [{ kind: 'moved', what: 'B' }]],
    ['another wording', changeWording(document, { key: 'b', kind: 'step' }, { discreet: 'B', full: 'Changed' }), [{ kind: 'full', what: 'B', before: 'B, in full', after: 'Changed' }]],
    ['a translation', changeWording(document, { key: '@head', kind: 'head' }, writeFace(document.title, 'de', 'full', 'Titel')), [{ kind: 'translated', what: 'Title' }]],
    ['an action', changeStep(document, 'b', (step) => ({ ...step, action: { do: 'dial', number: 'one' } })), [{ kind: 'action', what: 'B', before: '', after: 'dial one' }]],
    ['a number', { ...document, numbers: document.numbers.map((number) => ({ ...number, dial: '2' })) }, [{ kind: 'dial', what: 'Desk', before: '1', after: '2' }]],
    ['the room', { ...document, safeRoom: { ...document.safeRoom, place: 'Room 2' } }, [{ kind: 'place', what: 'Room', before: 'Room 1', after: 'Room 2' }]],
    ['the place among the notes', { ...document, position: 3 }, [{ kind: 'place', what: 'Title', before: '50', after: '3' }]],
  ])('%s', (_what, after, differences) => expect(differencesOf(document, after)).toEqual(differences));
});
