/** Enough of a file to know a picture by. Bytes. */
const headBytes = 12;

/**
 * The file, as the picture that its first bytes say it is. The system tells a file by the ending of its name; a photo without one would go along as it is, with the place where it was taken
 * and with every face in it.
 */
export const typedByContent = async (file: File): Promise<File> => {
  const type = await file.slice(0, headBytes).arrayBuffer().then(pictureType, () => null);
  return type === null || type === file.type ? file : new File([file], file.name, { type, lastModified: file.lastModified });
};

/** JPEG, PNG, WebP, GIF and HEIC by their signatures (ISO/IEC 23008-12 for the last); null for anything else. */
const pictureType = (head: ArrayBuffer): string | null => {
  const bytes = new Uint8Array(head);
  const letters = String.fromCharCode(...bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (letters.startsWith('\x89PNG\r\n')) return 'image/png';
  if (letters.startsWith('RIFF') && letters.slice(8) === 'WEBP') return 'image/webp';
  if (letters.startsWith('GIF8')) return 'image/gif';
  return letters.slice(4, 8) === 'ftyp' && /^(?:hei|hev|mif1|msf1)/.test(letters.slice(8)) ? 'image/heic' : null;
};
