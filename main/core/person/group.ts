import type { FiledMerge, PersonFile } from './foldPerson.ts';

/** The files that are one person. */
export interface PersonGroup {
  readonly head: PersonFile;
  /** The head first, then the others in the order in which they were merged. */
  readonly members: readonly PersonFile[];
  /** The merge through which a file came into the group, by its id. */
  readonly mergeByFile: ReadonlyMap<string, FiledMerge>;
}

/**
 * The group that a file belongs to. A merge moves nothing: it is a fact that both files hold, and what it brings together is worked out here each time,
 * so that undoing it leaves both as they are. Merges are taken in the order of their ids (by the time they were made), and one between files that are one already says nothing
 * new: two desks that merge the same two files in opposite directions at the same time get one group, and the same head everywhere.
 *
 * `find`: undefined for a file that is not, or no longer, in the ledger; merges with it are as if they had not been.
 */
export const groupOf = (file: PersonFile, find: (id: string) => PersonFile | undefined): PersonGroup => {
  const files = new Map([[file.id, file]]);
  const merges = new Map<string, FiledMerge>();
  for (const { merges: own } of files.values()) {
    for (const merge of own.filter(({ undone }) => !undone)) {
      const [from, into] = [merge.from, merge.into].map((id) => files.get(id) ?? find(id));
      if (from === undefined || into === undefined) continue;
      // A map is walked over in the order in which it grows: their merges are looked at in turn.
      files.set(from.id, from).set(into.id, into);
      merges.set(merge.id, merge);
    }
  }
  const mergeByFile = new Map<string, FiledMerge>();
  const headOf = (id: string): string => {
    const merge = mergeByFile.get(id);
    return merge === undefined ? id : headOf(nextOf.get(id) ?? id);
  };
  const nextOf = new Map<string, string>();
  for (const merge of [...merges.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const [from, into] = [headOf(merge.from), headOf(merge.into)];
    if (from === into) continue;
    mergeByFile.set(from, merge);
    nextOf.set(from, into);
  }
  const head = files.get(headOf(file.id)) ?? file;
  const others = [...mergeByFile].toSorted(([, a], [, b]) => (a.id < b.id ? -1 : 1)).flatMap(([id]) => files.get(id) ?? []);
  return { head, members: [head, ...others], mergeByFile };
};
