const longest = 120;

/** Endings by media type: what is kept can be one of these, and nothing else (`main/station/attachment/fileType.ts`). */
export const endingsByType: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic'],
  'image/heif': ['heif'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/flac': ['flac'],
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
  'text/plain': ['txt', 'log', 'md', 'csv'],
};

/**
 * A file's name as it may be shown and written to a disk: its last part only, without what would lead out of a folder, hide its ending or turn the direction
 * of writing, with an ending that belongs to what it is. A picture that was made into another sort of picture loses the ending that it had.
 */
export const cleanName = (raw: string, type: string): string => {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // Control characters, marks of direction, and what Windows takes in no name.
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '').replaceAll(/\s+/g, ' ').replaceAll(/^[. ]+|[. ]+$/g, '');
  const endings = endingsByType[type] ?? ['bin'];
  const dot = plain.lastIndexOf('.');
  const written = dot > 0 ? plain.slice(dot + 1) : '';
  const fits = endings.includes(written.toLowerCase());
  const stem = fits || (type.startsWith('image/') && pictureEndings.has(written.toLowerCase())) ? plain.slice(0, dot) : plain;
  const ending = fits ? written : endings[0];
  return `${reserved.test(stem) || stem === '' ? `file ${stem}`.trim() : Array.from(stem).slice(0, longest).join('').trimEnd()}.${ending}`;
};

const pictureEndings = new Set(Object.entries(endingsByType).flatMap(([type, endings]) => (type.startsWith('image/') ? endings : [])));

/** Windows opens devices by these, whatever stands behind the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
