import type { BenchRow } from "./bench-row.ts";
import { benchFeeds } from "./pages/feeds.ts";
import { benchLanguages } from "./pages/languages.ts";

/** From bytes to clean text: languages and feeds. */
export async function benchPages(): Promise<BenchRow[]> {
  return [...(await benchLanguages()), ...benchFeeds()];
}
