/** What stands for an ending; the first that fits is taken. */
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/'s$|’s$/, ""],
  [/sses$/, "ss"],
  [/ies$|ied$/, "y"],
  [/([^aeious])s$|([aeio])s$/, "$1$2"],
];

const INFLECTIONS: readonly (readonly [RegExp, string])[] = [
  [/([aeiouy].*)eed$/, "$1ee"],
  [/eed$/, "eed"],
  [/(\w*[aeiouy]\w*)(?:ing|ed)$/, "$1"],
];

const DERIVATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?:ational|ation|ator|ating)$/, "at"],
  [/(?:ization|isation|izer|iser)$/, "iz"],
  [/(?:fulness|ousness|iveness)$/, ""],
  [/(?:ement|ment|ness|ship|able|ible|ance|ence|ally|ly|ity|ive|ous|ful|al|er|or|ion)$/, ""],
];

const SHORTEST_STEM = 3;
const LONGEST_STEM = 8;

/** The stem of an English word in lower case, by stripping endings as Porter's method does, in three steps. */
export function englishStem(word: string): string {
  if (word.length <= SHORTEST_STEM) return word;
  const inflected = replaced(replaced(word, PLURALS, SHORTEST_STEM), INFLECTIONS, SHORTEST_STEM);
  const single = inflected.replace(/([^aeiouls])\1$/, "$1");
  const derived = replaced(single, DERIVATIONS, SHORTEST_STEM + 1);
  return derived.replace(/(?<=..)[ey]$/, "").slice(0, LONGEST_STEM);
}

function replaced(word: string, endings: readonly (readonly [RegExp, string])[], shortest: number): string {
  for (const [ending, by] of endings) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, by);
    return stem.length >= shortest ? stem : word;
  }
  return word;
}
