import { isOfClause, isOfStatement } from "./same-clause.ts";

/** A place to find in texts: English and Chinese names, Russian stems. */
export interface PlaceEntry {
  readonly name: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  /** Where things are launched from: nobody speaks of a state by its name. */
  readonly isSite: boolean;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** Where an event was. */
export interface EventPlace {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** Names in their frame, and the names alone: a text without them has no such place. */
interface PlacePattern {
  readonly cue: RegExp;
  readonly pattern: RegExp;
}

/** Places of one language, ready to find. */
export interface PlaceFinder {
  readonly language: string;
  readonly patterns: readonly PlacePattern[];
  readonly places: ReadonlyMap<string, EventPlace>;
}

/** What must stand before a name, so that it is where something happens and not who does it, and what may not follow. */
const FRAMES: Readonly<Record<string, (names: string, isSite: boolean) => string>> = {
  en: (names, isSite) =>
    isSite
      ? String.raw`(?<!\p{L})(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom)\s(?:the\s)?(?:\p{Lu}\p{L}+(?:['’]s)?\s){0,2}(?<name>${names})(?!\p{L})`
      : String.raw`(?<!\p{L})(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ff)\s(?<name>${names})(?![\p{L}-]|['’]s|\s\p{Lu}\p{Ll}|\sstate)`,
  ru: (names, isSite) =>
    isSite
      ? String.raw`(?<!\p{L})(?:[Вв]о?|[Нн]а|[Сс]о?|[Ии]з)\s(?:космодром\p{L}*\s)?[«"]?(?<name>${names})\p{L}{0,3}(?!\p{L})`
      : String.raw`(?<!\p{L})(?:[Вв]о?|[Пп]од|[Вв]озле|[Уу])\s(?<name>${names})(?:[аеиуы]|ом|ой|)(?![\p{L}-])`,
  zh: (names, isSite) => `(?:在|于${isSite ? "|从|自" : ""})[^，。；在与和同跟向对]{0,4}?(?<name>${names})`,
};

/** Compiles the names that a language has; RangeError for a language without a frame. */
export function compilePlaces(language: string, entries: readonly PlaceEntry[]): PlaceFinder {
  const frame = FRAMES[language];
  if (!frame) throw new RangeError(`no places in "${language}"`);
  const places = new Map<string, EventPlace>();
  for (const { name, lat, lon, names } of entries) {
    for (const written of names[language] ?? []) if (written !== "") places.set(written, { name, lat, lon });
  }
  const patterns = [true, false].flatMap((isSite) => {
    const names = entries
      .filter((entry) => entry.isSite === isSite)
      .flatMap((entry) => entry.names[language] ?? [])
      .filter((written) => written !== "")
      .toSorted((a, b) => b.length - a.length)
      .map((written) => written.replaceAll(".", String.raw`\.`))
      .join("|");
    return names === ""
      ? []
      : [{ cue: new RegExp(names, "u"), pattern: new RegExp(frame(names, isSite), "gu") }];
  });
  return { language, patterns, places };
}

/** Where an event was: the place named nearest its trigger (UTF-16 offsets) in the same clause; null where the sentence names none. */
export function eventPlace(
  { language, patterns, places }: PlaceFinder,
  text: string,
  trigger: readonly [number, number],
): EventPlace | null {
  let nearest: EventPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { cue, pattern } of patterns) {
    if (!cue.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      // A pattern may reach over the place: "launched from Vostochny".
      const distance = at >= trigger[1] ? at - trigger[1] : Math.max(0, trigger[0] - end);
      if (distance >= least || isOfStatement(text, language, at, end)) continue;
      if (!isOfClause(text, language, at, end, trigger)) continue;
      [nearest, least] = [places.get(match.groups!["name"]!)!, distance];
    }
  }
  return nearest;
}
