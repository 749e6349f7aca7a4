/** A name in the way that plans can write it: "Security by e-mail" is `security-by-e-mail`, the second of that name `security-by-e-mail-2`. */
export const freeId = (name: string, taken: readonly string[], otherwise: string): string => {
  const words = name.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '');
  const base = words === '' ? otherwise : words;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
};
