export type FileKind = 'image' | 'sound' | 'pdf' | 'text' | 'other';

export const kindOf = (type: string): FileKind => {
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'sound';
  if (type === 'application/pdf') return 'pdf';
  return type === 'text/plain' ? 'text' : 'other';
};

/** What the page itself draws. A PDF or a page is never opened in it. */
export const isShown = (type: string): boolean => ['image/jpeg', 'image/png', 'image/webp', 'image/gif'].includes(type);
