import type { BenchRow } from "./bench-row.ts";
import { benchFeeds } from "./pages/feeds.ts";
import { benchLanguages } from "./pages/languages.ts";
import { benchExtraction } from "./pages/pages.ts";

/** From bytes to clean text: languages, feeds, articles. */
export async function benchPages(): Promise<BenchRow[]> {
  return [...(await benchLanguages()), ...benchFeeds(), ...benchExtraction()];
}
