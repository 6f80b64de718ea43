/** Someone who can act, as named in a sentence; tokens `from` to `to` (exclusive). */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** The most telling actor in it, as an index of the language's actors; -1 where there is none. */
  readonly actor: number;
  /** The country, or the code of a body between states; null where nothing says it. */
  readonly country: string | null;
  /** GOV, MIL, REB and so on; null where nothing says it. */
  readonly sector: string | null;
  /** A pronoun: stands for somebody named before. */
  readonly isPronoun: boolean;
  /** Owns what follows: "Russia's decision". */
  readonly isOwner: boolean;
  /** An adjective before a thing: "Russian bank", "Egyptian exports". */
  readonly isAttributive: boolean;
  /** Closed-class bits of the preposition before it, 0 where there is none. */
  readonly preposition: number;
  /** Mentions joined by "and" or commas have the same group. */
  readonly group: number;
  /** Case bits, in languages that mark them. */
  readonly form: number;
}

/** Whether it names an actor or a kind of one, and is no mere word with a capital. */
export const isKnown = ({ actor, sector }: Mention): boolean => actor >= 0 || sector !== null;

/** Whether any of them is of a known country. */
export const isOfCountry = (mentions: readonly Mention[]): boolean =>
  mentions.some(({ country }) => country !== null);

/** All mentions of known country joined with one. */
export const groupedCountries = (
  { mentions }: { readonly mentions: readonly Mention[] },
  one: Mention | undefined,
): Mention[] => (one ? mentions.filter(({ group, country }) => group === one.group && country !== null) : []);

/** Two sides of known country; one side's own two mentions are no event of two. */
export const areTwoCountries = (a: Mention, b: Mention): boolean =>
  a.country !== null && b.country !== null && a.country !== b.country;
