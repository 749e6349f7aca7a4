import type { Erasure } from '../contract/index.ts';

/** What an erasure took along. */
export const formatErased = ({ erased }: { readonly erased: readonly Erasure[] }): string => `Erased, here and on every station as it hears of it:\n${erased.map(({ type, id }) => `${type} ${id}`).join('\n')}`;
