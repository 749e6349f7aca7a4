const firstPause = 2_000;

/**
 * Milliseconds to wait after the given number of failed attempts: 2 s, 4 s, 8 s … up to `longest`, each a quarter more or less, so that stations
 * that began together do not go on together. The same name and number give the same pause.
 */
export const backOff = (name: string, attempts: number, longest: number): number => {
  const pause = Math.min(firstPause * 2 ** (attempts - 1), longest);
  return Math.round(pause * (0.75 + 0.5 * fractionOf(`${name}/${attempts}`)));
};

/** FNV-1a, 32 bits: spreads names evenly over 0 to 1, and is no secret. */
const fractionOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The last characters have to reach the high bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};
