export const withheld = '[withheld]';

/**
 * A function that leaves names out of any text, wherever they stand as words and whatever their case: whole, and each part of three letters or more. What belongs to
 * one's own names stays. It finds the names that it is given, and no others: whoever hands the text out reads it first. `mentioned` may be offices or numbers as well ("The head of the library"): these are left
 * out as a whole only, for their parts are words like others.
 */
export const withholding = (names: readonly string[], ownNames: readonly string[], mentioned: readonly string[] = []): ((text: string) => string) => {
  const own = new Set(ownNames.flatMap((name) => [name.trim().toLowerCase(), ...partsOf(name)]));
  const whole = [...names, ...mentioned].map((name) => name.trim().toLowerCase());
  const parts = [...names, ...mentioned.filter(isLikeName)].flatMap(partsOf);
  const wanted = new Set([...whole, ...parts].filter((part) => part.length > 2 && !own.has(part)));
  if (wanted.size === 0) return (text) => text;
  const longestFirst = [...wanted].toSorted((a, b) => b.length - a.length).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return (text) => text.replaceAll(pattern, withheld);
};

/** Every word begins with a capital. */
const isLikeName = (text: string): boolean => text.trim().split(/\s+/u).every((word) => /^\p{Lu}/u.test(word));

const partsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((part) => part.length > 2);

/** Every text within a value; names of members stay. */
export const mapTexts = (value: unknown, map: (text: string) => string): unknown => {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
  return value;
};
