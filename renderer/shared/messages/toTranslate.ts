import type { english } from './english.ts';

/** Folders whose other catalogues are not written yet: until they are, their English words stand there. */
export type ToTranslate = keyof typeof english;
