import { describe, expect, it } from 'vitest';
import { flawsOfProcedure, giveawaysIn, inLanguage, languagesOf, procedureSchema, untranslated, wordingsOf } from '../../../main/contract/index.ts';

const w = { discreet: 'Word', full: 'What it means' };
const german = { de: { discreet: 'Wort', full: 'Was es bedeutet' } };
const raw = {
  id: 'mine',
  version: 1,
  title: { ...w, translations: german },
  numbers: [{ id: 'one', label: w, dial: '1' }],
  codePhrase: w,
  alarmCode: { dial: '#00', wording: w },
  safeRoom: { place: 'Room', wording: w },
  sections: [
    { type: 'steps', id: 'first', title: w, steps: [{ id: 'a', wording: { ...w, translations: german }, steps: [{ id: 'b', wording: w, action: { do: 'dial', number: 'one' } }] }] },
    { type: 'question', id: 'second', title: w, answers: [{ id: 'yes', wording: w, steps: [{ id: 'c', wording: w }] }, { id: 'no', wording: w, steps: [{ id: 'd', wording: w }] }] },
    { type: 'cues', id: 'third', title: w, cues: [{ id: 'e', wording: w }] },
  ],
};
const procedure = procedureSchema.parse(raw);
const withSteps = (steps: readonly object[]) => procedureSchema.parse({ ...raw, sections: [{ type: 'steps', id: 'first', title: w, steps }] });

describe('a procedure in another language', () => {
  it('shows what is translated, and everything else in its own', () => {
    const shown = inLanguage(procedure, 'de');
    expect(shown.title.discreet).toBe('Wort');
    expect(shown.numbers[0]?.label.discreet).toBe('Word');
    expect(shown.sections[0]?.type === 'steps' && shown.sections[0].steps[0]?.wording.full).toBe('Was es bedeutet');
  });

  it('is the same as it was written where nothing or its own language is asked for', () => {
    expect(inLanguage(procedure, null)).toBe(procedure);
    expect(inLanguage(procedure, 'en')).toBe(procedure);
    expect(inLanguage(procedure, 'fr').title.discreet).toBe('Word');
  });

  it('a language of a country falls back to the language', () => {
    expect(inLanguage(procedure, 'de-AT').title.discreet).toBe('Wort');
  });

  it('tells which wordings have no translation', () => {
    expect(languagesOf(procedure)).toEqual(['en', 'de']);
    const paths = wordingsOf(procedure).map(({ path }) => path);
    expect(untranslated(procedure, 'de')).toEqual(paths.filter((path) => path !== 'title' && path !== 'sections.0.steps.0.wording'));
    expect(paths).toContain('sections.1.answers.0.steps.0.wording');
    expect(paths).toContain('sections.2.cues.0.wording');
  });
});

describe('what keeps a procedure from being published', () => {
  it('nothing, when it is sound', () => expect(flawsOfProcedure(procedure)).toEqual([]));

  it.each([
    ['an identifier that stands twice', [{ id: 'a', wording: w }, { id: 'a', wording: w }], { kind: 'twice', path: 'sections.0.steps.1.id', what: 'a' }],
    ['a number that is not listed', [{ id: 'a', wording: w, action: { do: 'dial', number: 'two' } }], { kind: 'number', path: 'sections.0.steps.0.action.number', what: 'two' }],
    ['steps that are nested without end', [{ id: 'a', wording: w, steps: [{ id: 'b', wording: w, steps: [{ id: 'c', wording: w, steps: [{ id: 'd', wording: w }] }] }] }], { kind: 'deep', path: 'sections.0.steps.0.steps.0.steps.0.steps.0', what: 'd' }],
    ['a discreet wording that gives the desk away', [{ id: 'a', wording: { discreet: 'Ring the police', full: 'b' } }], { kind: 'giveaway', path: 'sections.0.steps.0.wording.discreet', what: 'police' }],
    ['the same in a translation', [{ id: 'a', wording: { ...w, translations: { de: { discreet: 'Notruf wählen', full: 'b' } } } }], { kind: 'giveaway', path: 'sections.0.steps.0.wording.translations.de.discreet', what: 'Notruf' }],
  ])('%s', (_what, steps, flaw) => {
    expect(flawsOfProcedure(withSteps(steps))).toEqual([flaw]);
  });
});

describe('words that have no place on the public face', () => {
  it.each(['Alarm', 'an emergency', 'Threats', 'the incident', 'Customers first', 'Feueralarm', 'Notfälle', 'der Kunde', 'eine Kundin', 'Kundschaft', 'am Kundentresen', 'Bedrohung', 'Vorfälle', 'ein Zwischenfall', 'nach dem Überfall', 'Lebensgefahr', 'Hausverbote', 'La policía', 'los clientes', 'amenaza', 'la usuaria', 'Urgencias', 'un altercado', 'persona agresiva', 'peligroso'])('%s', (text) => expect(giveawaysIn(text)).toHaveLength(1));
  it.each(['Offer a colleague', 'Sekunde', 'Auskunft', 'Our policy', 'coincidental', 'Kundgebung', 'sachkundig', 'Der Bus ist gefahren', 'Überfällig', 'Clientela', 'Correo urgente', 'Haus-Team'])('%s is service talk', (text) => expect(giveawaysIn(text)).toEqual([]));
});
