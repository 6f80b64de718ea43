import { OWN_DICTIONARIES, eventReaders } from "#dictionary/index.ts";
import { extractPage, identifyLanguage, splitSentences } from "#science/text/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { benchmarkPages, danielPages, type PageCase } from "../pages/page-corpora.ts";
import { perSecond } from "../pages/per-second.ts";

type Readers = ReturnType<typeof eventReaders>;

/** Pages as they come over the network, to events: extracted, their language told, parted into sentences, coded. */
export function pageEvents(): BenchRow[] {
  const pages = [...benchmarkPages(), ...["ru", "zh", "en"].flatMap(danielPages)];
  const readers = eventReaders(OWN_DICTIONARIES, []);
  const events = pages.reduce((sum, page) => sum + eventsIn(page, readers), 0);
  const whole = pages.length * perSecond(() => pages.forEach((page) => eventsIn(page, readers)));
  const extraction =
    pages.length * perSecond(() => pages.forEach(({ bytes, url }) => extractPage(bytes, { url })));
  return [
    {
      name: `pages/s of processor time, bytes to events (${events} events on ${pages.length} pages)`,
      figure: whole.toFixed(0),
      target: "≥ 200",
      peer: `${extraction.toFixed(0)} extraction alone`,
    },
  ];
}

function eventsIn({ bytes, url }: PageCase, readers: Readers): number {
  const { text, published } = extractPage(bytes, { url });
  const { language } = identifyLanguage(text);
  const reader = language === null ? null : readers(language);
  if (!reader) return 0;
  return splitSentences(text, language!).reduce(
    (sum, { from, to }) => sum + reader.code(text.slice(from, to), published).events.length,
    0,
  );
}
