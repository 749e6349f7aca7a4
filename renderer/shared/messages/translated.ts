/** What a catalogue of another language has to hold: the same keys as the English one, no more and no fewer. */
export type Translated<English> = { readonly [Key in keyof English]: English[Key] extends string ? string : Translated<English[Key]> };
