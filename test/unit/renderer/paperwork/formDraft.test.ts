import { describe, expect, it } from 'vitest';
import { recordFormSchema } from '../../../../main/contract/index.ts';
import { flawsOfDraft, movedUp, takeSet, withReadableIds } from '../../../../renderer/paperwork/formDraft.ts';

const known = recordFormSchema.parse({ categories: [{ id: 'theft', name: 'Theft' }], fields: [{ id: 'card', label: 'Card' }] });
const added = '0f3b0000-0000-4000-8000-000000000001';

describe('the form under the pen', () => {
  it('says where a line is empty, and where one does not fit', () => {
    const draft = { ...known, categories: [...known.categories, { id: added, name: ' ', retired: false }], fields: known.fields.map((field) => ({ ...field, kind: 'number' as const })) };
    expect(flawsOfDraft(draft, known)).toMatchObject([{ path: 'categories.1.name', kind: 'empty' }, { path: 'fields.0.kind', kind: 'kind-changed' }]);
  });

  it('gives what is new an id that can be read, wherever it is named, and leaves what is known', () => {
    const draft = recordFormSchema.parse({ categories: [{ id: 'theft', name: 'Larceny' }, { id: added, name: 'Theft!' }], fields: [{ id: 'card', label: 'Card', categories: [added, 'theft'] }] });
    const named = withReadableIds(draft, known);
    expect(named.categories.map(({ id, name }) => [id, name])).toEqual([['theft', 'Larceny'], ['theft-2', 'Theft!']]);
    expect(named.fields[0]?.categories).toEqual(['theft-2', 'theft']);
  });

  it('begun with another form, shows as retired what that one lacks, and keeps the kind of a question of the same id', () => {
    const set = recordFormSchema.parse({ categories: [{ id: 'threat', name: 'Threat' }], fields: [{ id: 'card', label: 'Card', kind: 'number' }] });
    const taken = takeSet(set, known);
    expect(taken.categories).toMatchObject([{ id: 'threat', retired: false }, { id: 'theft', retired: true }]);
    expect(flawsOfDraft(taken, known)).toEqual([]);
  });

  it('moves a line up past what is retired, and the first one nowhere', () => {
    const lines = [{ id: 'a' }, { id: 'b', retired: true }, { id: 'c' }];
    expect(movedUp(lines, 2).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(movedUp(lines, 0)).toEqual(lines);
  });
});
