import { describe, expect, it } from 'vitest';
import { windowLanguages } from '../../../../main/contract/language.ts';
import { fieldsOf, recordFormSchema, recordFormSetSchema, type RecordForm } from '../../../../main/contract/recordForm.ts';
import { flawsOfRecordForm } from '../../../../main/contract/recordFormFlaws.ts';
import type { Event } from '../../../../main/core/event/catalogue.ts';
import { foldRecordForm } from '../../../../main/core/recordForm/foldRecordForm.ts';
import { recordFormSets } from '../../../../main/core/recordForm/recordFormSets.ts';

const formOf = (form: Partial<RecordForm>): RecordForm => recordFormSchema.parse(form);
const changedTo = (form: RecordForm, seq: number): Event => ({ origin: 'a'.repeat(32), seq, wall: seq, counter: 0, kind: 'RecordFormChanged', subject: 'form/site', body: { form, station: 'Desk 1', staff: null } });
const threat = { id: 'threat', name: 'Threat', retired: false };
const theft = { id: 'theft', name: 'Theft', retired: false };

describe('the form of a site', () => {
  it('is the one that was saved last, and retires what that left out', () => {
    const folded = foldRecordForm([changedTo(formOf({ categories: [threat, theft], rules: [{ id: 'quiet', text: 'Quiet', retired: false }] }), 1), changedTo(formOf({ categories: [{ ...threat, name: 'Threats' }] }), 2)]);
    expect(folded).toMatchObject({ categories: [{ id: 'threat', name: 'Threats', retired: false }, { id: 'theft', retired: true }], rules: [{ id: 'quiet', retired: true }] });
  });

  it('takes up again what was retired', () => {
    const folded = foldRecordForm([changedTo(formOf({ categories: [threat, theft] }), 1), changedTo(formOf({ categories: [threat] }), 2), changedTo(formOf({ categories: [threat, theft] }), 3)]);
    expect(folded?.categories).toEqual([threat, theft]);
  });

  it('asks a record for the fields of its category, and for those of all', () => {
    const field = (id: string, categories: string[], retired = false) => ({ id, label: id, retired, categories });
    const form = recordFormSchema.parse({ categories: [threat, theft], fields: [field('card', []), field('items', ['theft']), field('old', [], true)] });
    expect(fieldsOf(form, null).map(({ id }) => id)).toEqual(['card']);
    expect(fieldsOf(form, 'theft').map(({ id }) => id)).toEqual(['card', 'items']);
    expect(fieldsOf(form, 'threat').map(({ id }) => id)).toEqual(['card']);
  });

  const sets = windowLanguages.flatMap((language) => recordFormSetSchema.options.map((set) => [set, language] as const));
  it.each(sets)('the one to begin with for a %s in %s has no flaw, requires nothing, and means the same by each id as in English', (set, language) => {
    const form = recordFormSets(language)[set];
    const meant = ({ categories, rules, fields, places }: RecordForm) => [categories.map(({ id }) => id), rules.map(({ id }) => id), fields.map(({ id, kind, categories: of, choices }) => [id, kind, of, choices.length]), places.length];
    expect(meant(form)).toEqual(meant(recordFormSets('en')[set]));
    expect(flawsOfRecordForm(form, form)).toEqual([]);
    expect(form.fields.filter(({ required }) => required)).toEqual([]);
    expect(Math.min(form.categories.length, form.places.length, form.rules.length)).toBeGreaterThan(4);
  });
});

describe('what is wrong with a form', () => {
  const flawed = (form: object, known: object = {}) => flawsOfRecordForm(recordFormSchema.parse(form), recordFormSchema.parse(known)).map(({ kind, path }) => [kind, path]);

  it.each([
    ['two entries of one id', { categories: [threat, { ...theft, id: 'threat' }] }, 'id-twice', 'categories.1.id'],
    ['two names that look the same', { categories: [threat, { ...theft, name: 'THREAT ' }] }, 'name-twice', 'categories.1.name'],
    ['a place that is there twice', { places: [{ name: 'Stacks' }, { name: 'Stacks', area: 'Upper floor' }] }, 'name-twice', 'places.1.name'],
    ['a choice between one thing', { fields: [{ id: 'a', label: 'A', kind: 'choice', choices: ['Only this'] }] }, 'few-choices', 'fields.0.choices'],
    ['a choice that is there twice', { fields: [{ id: 'a', label: 'A', kind: 'choice', choices: ['This', 'This'] }] }, 'choice-twice', 'fields.0.choices.1'],
    ['a field of a category that is not there', { fields: [{ id: 'a', label: 'A', categories: ['nothing'] }] }, 'category-unknown', 'fields.0.categories.0'],
  ])('is %s', (_what, form, kind, path) => expect(flawed(form)).toEqual([[kind, path]]));

  it('is a field that becomes one of another kind: what was written in it would mean something else', () => {
    expect(flawed({ fields: [{ id: 'a', label: 'A', kind: 'number' }] }, { fields: [{ id: 'a', label: 'A', kind: 'text' }] })).toEqual([['kind-changed', 'fields.0.kind']]);
  });

  it('is not a name that only something retired has', () => expect(flawed({ categories: [{ ...threat, retired: true }, { id: 'threat-2', name: 'Threat' }] })).toEqual([]));
});
