import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPerson, type PersonFile } from '../../../../main/core/person/foldPerson.ts';
import { groupOf } from '../../../../main/core/person/group.ts';
import { ada, byOf, personStory, uuidOf } from '../../../support/person/personEvents.ts';

interface Merge {
  readonly merge: string;
  readonly from: string;
  readonly into: string;
  readonly undone?: boolean;
}

const filesWith = (ids: readonly string[], merges: readonly Merge[]): ReadonlyMap<string, PersonFile> =>
  new Map(
    ids.map((id) => {
      const { events, establish, tell } = personStory(id);
      establish();
      for (const { merge, from, into, undone } of merges.filter((each) => each.from === id || each.into === id)) {
        tell('PersonFilesMerged', { merge, from, into, ...byOf(ada) });
        if (undone === true) tell('MergeUndone', { merge, ...byOf(ada) });
      }
      const file = foldPerson(events);
      if (file === null) throw new Error('The file was established');
      return [id, file];
    }),
  );

const groupIn = (files: ReadonlyMap<string, PersonFile>, id: string): readonly string[] => {
  const file = files.get(id);
  return file === undefined ? [] : groupOf(file, (other) => files.get(other)).members.map((member) => member.id);
};

const [a, b, c] = [uuidOf(1), uuidOf(2), uuidOf(3)] as const;

describe('files that are one person', () => {
  it('are one, whichever of them is asked for, and two again when it is undone', () => {
    const merged = filesWith([a, b, c], [{ merge: uuidOf(50), from: a, into: b }]);
    expect(groupIn(merged, a)).toEqual([b, a]);
    expect(groupIn(merged, b)).toEqual([b, a]);
    expect(groupIn(merged, c)).toEqual([c]);
    const undone = filesWith([a, b, c], [{ merge: uuidOf(50), from: a, into: b, undone: true }]);
    expect(groupIn(undone, a)).toEqual([a]);
    expect(groupIn(undone, b)).toEqual([b]);
  });

  it('keep the head that the earlier merge gave when two desks merge them in opposite directions', () => {
    const files = filesWith([a, b], [{ merge: uuidOf(51), from: b, into: a }, { merge: uuidOf(50), from: a, into: b }]);
    expect(groupIn(files, a)).toEqual([b, a]);
    expect(groupIn(files, b)).toEqual([b, a]);
  });

  it('are all one when one file was merged into two others', () => {
    const files = filesWith([a, b, c], [{ merge: uuidOf(50), from: a, into: b }, { merge: uuidOf(51), from: a, into: c }]);
    for (const id of [a, b, c]) expect(groupIn(files, id)).toEqual([c, a, b]);
  });

  it('leave out a file that is not in the ledger any more', () => {
    const files = new Map(filesWith([a, b], [{ merge: uuidOf(50), from: a, into: b }]));
    files.delete(b);
    expect(groupIn(files, a)).toEqual([a]);
  });

  it('are the same group with the same head for everybody who asks, however they were merged', () => {
    const ids = [1, 2, 3, 4, 5, 6].map(uuidOf);
    const merge = fc.record({ from: fc.constantFrom(...ids), into: fc.constantFrom(...ids), undone: fc.boolean() }).filter(({ from, into }) => from !== into);
    fc.assert(
      fc.property(fc.array(merge, { maxLength: 10 }), (given) => {
        const files = filesWith(ids, given.map((each, number) => ({ ...each, merge: uuidOf(50 + number) })));
        for (const id of ids) {
          const group = groupIn(files, id);
          expect(group).toContain(id);
          expect(new Set(group).size).toBe(group.length);
          for (const member of group) expect(groupIn(files, member)).toEqual(group);
        }
      }),
      { numRuns: 200 },
    );
  });
});
