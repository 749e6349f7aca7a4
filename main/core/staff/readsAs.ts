/** A name as the eye takes it: without what cannot be seen, however it was composed, in whatever case. Two who read alike cannot be told apart on the tiles of a sign-in. */
export const readsAs = (name: string): string => name.normalize('NFKC').replaceAll(/\p{Cf}/gu, '').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
