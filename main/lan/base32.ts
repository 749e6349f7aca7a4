/** Crockford's base32: no I, L, O or U, so that a code survives being read aloud and copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Upper case, in groups of five joined by hyphens. */
export const encodeBase32 = (bytes: Uint8Array): string => {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) text += alphabet.charAt((held << (5 - bits)) & 31);
  return text.replace(/.{5}(?=.)/g, '$&-');
};

/** Lenient: any case, O as 0, I and L as 1, white space and hyphens of any kind ignored. Null for anything else. */
export const decodeBase32 = (text: string): Uint8Array | null => {
  const plain = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const bytes = new Uint8Array(Math.floor((plain.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const character of plain) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  // What is left over fills up the last character: less than one character, and nothing but zeros.
  return bits < 5 && held === 0 ? bytes : null;
};
