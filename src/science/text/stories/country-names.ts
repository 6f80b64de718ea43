import type { NamedThing } from "./named-thing.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const LANGUAGES = ["en", "ru", "zh"];

/** The states by their ISO 3166 codes, as the Unicode locale data name them in English, Russian and Chinese. */
export function countryNames(): NamedThing[] {
  const names = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }),
  );
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes.flatMap((code) => {
    const named = names.map((inLanguage) => inLanguage.of(code)).filter((name) => name !== undefined);
    return named.length === 0 ? [] : [{ id: code, names: named }];
  });
}
