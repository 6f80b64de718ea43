import type { LanguageTieBreak } from "./identify-language.ts";

/** Loads eld's byte n-grams (Nito T.M., Apache-2.0), half a second's work, as a second opinion on languages. */
export async function loadLanguageTieBreak(): Promise<LanguageTieBreak> {
  const { eld } = await import("eld/medium");
  return (text) => eld.detect(text).language || null;
}
