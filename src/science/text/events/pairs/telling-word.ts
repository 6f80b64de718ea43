import type { CountryPair } from "./country-pairs.ts";
import { familyOf } from "./families.ts";
import type { PairWeights } from "./pair-weights.ts";
import type { PairView } from "./pair-view.ts";

const WORD = familyOf("word");
const BETWEEN = familyOf("word between", "in order");
const CLASS_BEFORE = familyOf("class before", "in order");
const CLASS_BETWEEN = familyOf("class between", "in order");
const CLASS_AFTER = familyOf("class after", "in order");

/** The word that speaks most for a root between two states, as tokens; the two themselves and all between them where none does. */
export function tellingWord(
  { sentence, stems }: PairView,
  { source, target }: CountryPair,
  { table, rows }: PairWeights,
  root: number,
): readonly [from: number, to: number] {
  const { lexical, language } = sentence;
  const order = source.from < target.from ? 0 : 1;
  const [first, last] = order === 0 ? [source, target] : [target, source];
  const weight = (family: number, value: number) => table[(rows[family]![value] ?? 0) + root]!;
  let best: readonly [number, number] = [first.from, last.to];
  let most = 0;
  for (let at = 0; at < stems.length; at++) {
    if (stems[at]! < 0) continue;
    const isBetween = at >= first.to && at < last.from;
    let sum = weight(WORD, stems[at]!) + (isBetween ? weight(BETWEEN + order, stems[at]!) : 0);
    let to = at + 1;
    const zone = at < first.from ? CLASS_BEFORE : isBetween ? CLASS_BETWEEN : CLASS_AFTER;
    for (const word of lexical[at] ?? []) {
      if (word.class >= language.bases.agent) continue;
      sum += weight(zone + order, word.class);
      to = Math.max(to, word.to);
    }
    if (sum > most) [most, best] = [sum, [at, to]];
  }
  return best;
}
