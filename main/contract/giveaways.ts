/**
 * Words that have no place on the public face, in the languages that procedures come in. English and its like in any language: somebody at the
 * counter reads "Alarm" whatever the rest is written in.
 */
const giveaways = [
  // Within longer words too: "Feueralarm".
  /alarm\p{L}*/giu,
  /emergenc\p{L}*/giu,
  /threat\p{L}*/giu,
  /polic(?:e|ía|ia)\p{L}*/giu,
  /polizei\p{L}*/giu,
  /notf[aä]ll\p{L}*|notruf\p{L}*/giu,
  /(?:be)?droh(?:ung|en|t)\p{L}*/giu,
  /(?:vor|zwischen)f[aä]ll\p{L}*/giu,
  // Not "überfällig": books are.
  /überf(?:all|älle)\p{L}*/giu,
  /hausverbot\p{L}*/giu,
  /amenaz\p{L}*/giu,
  // Only by themselves: "Sekunde", "coincidental".
  /(?<!\p{L})incident\p{L}*/giu,
  /(?<!\p{L})customer\p{L}*/giu,
  // "Gefahr" as a word or at the end of one: "gefahren" is also what a bus has done.
  /gefahr(?!\p{L})/giu,
  // With what begins with them: "Kundenkarte". "Kundgebung" and "kundig" are something else.
  /(?<!\p{L})kund(?:e(?!\p{L})|en|in|schaft)\p{L}*/giu,
  /(?<!\p{L})client[ea]s?(?!\p{L})/giu,
  // What else a Spanish-speaking library calls a customer, an emergency and an incident. "Urgente" is the post.
  /(?<!\p{L})usuari[oa]s?(?!\p{L})/giu,
  /(?<!\p{L})urgencias?(?!\p{L})/giu,
  /(?<!\p{L})(?:altercado|atraco)s?(?!\p{L})/giu,
  /(?<!\p{L})agres(?:ión|iones|iv[oa]s?)(?!\p{L})/giu,
  /peligr\p{L}*/giu,
] as const;

/** The words of a discreet wording that give away what it is for; empty when it reads like service talk. */
export const giveawaysIn = (text: string): readonly string[] => giveaways.flatMap((pattern) => text.match(pattern) ?? []);
