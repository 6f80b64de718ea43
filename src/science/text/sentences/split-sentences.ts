/** A stretch of a text, UTF-16 offsets. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** Abbreviations that a name or a figure follows: a full stop after them ends no sentence. */
const ABBREVIATED: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[\s(“"])(?:(?:\p{Lu}\.)+|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Capt|Maj|Adm|Sgt|Gov|Sen|Rep|Prof|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|est|cf|i\.e|e\.g|fig)\.?$/u,
  ru: /(?:^|[\s(«"])(?:(?:\p{Lu}\.)+|г|гг|т\.\s?е|т\.\s?к|т\.\s?н|им|ул|стр|рис|тыс|млн|млрд|руб|проф|акад|ген|см|ср|др|пр|н\.\s?э)\.?$/u,
  zh: /$^/u,
};

/**
 * The sentences of a text, white space around them left out; a line's end is always one. Boundaries are those of
 * Unicode (UAX #29), less those after an abbreviation or an initial.
 */
export function splitSentences(text: string, language: string): TextSpan[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const abbreviated = ABBREVIATED[language] ?? ABBREVIATED["en"]!;
  const spans: TextSpan[] = [];
  let from = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const to = index + segment.length;
    const isOpen =
      !/\n\s*$/.test(segment) && abbreviated.test(text.slice(Math.max(from, to - 40), to).trimEnd());
    if (isOpen && to < text.length) continue;
    const span = trimmed(text, from, to);
    if (span.from < span.to) spans.push(span);
    from = to;
  }
  return spans;
}

function trimmed(text: string, from: number, to: number): TextSpan {
  while (from < to && /\s/.test(text[from]!)) from += 1;
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
  return { from, to };
}
