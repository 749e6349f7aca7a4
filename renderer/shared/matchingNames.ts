/** Those of whom some word begins with what was typed, accents and capitals aside; in the order they came in. */
export const matchingNames = <Person extends { readonly name: string }>(people: readonly Person[], typed: string): readonly Person[] => {
  const wanted = plain(typed).split(/\s+/).filter((word) => word !== '');
  return people.filter(({ name }) => {
    const words = plain(name).split(/[\s-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
