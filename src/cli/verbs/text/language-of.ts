import { identifyLanguage } from "#science/text/index.ts";

/** The language a row is coded in: the one given for all, the row's own, or the one its letters and words tell. */
export function languageOf(text: string, own: unknown, given: string | null): string {
  if (given !== null) return given;
  if (typeof own === "string" && own !== "") return own.slice(0, 2).toLowerCase();
  return identifyLanguage(text).language ?? "en";
}
