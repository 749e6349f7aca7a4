import type { SiteSettings } from '../../contract/siteSettings.ts';

/** How the noticeboard calls people, by id. First names that two people have get the first letter of the last one. */
export const boardNames = (people: readonly { readonly id: string; readonly name: string }[], style: Exclude<SiteSettings['rotaNames'], 'hidden'>): ReadonlyMap<string, string> => {
  if (style === 'full') return new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    people.map(({ id, name }) => {
      const words = name.split(/\s+/);
      const [first = name] = words;
      const isShared = people.some((other) => other.id !== id && other.name.split(/\s+/)[0]?.toLowerCase() === first.toLowerCase());
      const initial = words.length > 1 ? words.at(-1)?.[0] : undefined;
      return [id, isShared && initial !== undefined ? `${first} ${initial}.` : first];
    }),
  );
};
