import type { PetrarchDictionary, PetrarchVerb } from "./petrarch-dictionary.ts";
import type { PetrarchParty } from "./find-parties.ts";
import type { PetrarchWord } from "./petrarch-words.ts";
import { phraseAt } from "./phrase-table.ts";

/** A verb of the dictionary in a sentence, words `from` to `to` (exclusive). */
export interface FoundVerb {
  readonly verb: PetrarchVerb;
  readonly from: number;
  readonly to: number;
  /** Where its auxiliaries begin. */
  readonly start: number;
  readonly isPassive: boolean;
}

const BE = /^(?:IS|ARE|WAS|WERE|BE|BEEN|BEING)$/;
const AUXILIARY =
  /^(?:IS|ARE|WAS|WERE|BE|BEEN|BEING|HAS|HAVE|HAD|WILL|WOULD|WO|CA|CAN|COULD|MAY|MIGHT|SHALL|SHOULD|MUST|DO|DOES|DID|TO|ABOUT|N'T|NOT|NEVER|EVER|NOW|AGAIN|ALSO|EVEN|TRY|[A-Z]+LY)$/;
const NOUN_AHEAD =
  /^(?:THE|A|AN|'S|ITS|THEIR|HIS|HER|OUR|THIS|THAT'S|OF|IN|ON|AT|BY|FROM|WITH|FOR|AGAINST|OVER|SOME|ANY|NO|FULL|NEW|FIRST)$/;
const SUBJECT = /^(?:IT|HE|SHE|THEY|WE|WHO|WHICH|AND|THAT|,|TO)$/;

/** Verbs where they are verbs: words that may be nouns too stand behind an auxiliary, "to", or who does it. */
export function findVerbs(
  { verbs }: PetrarchDictionary,
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
): FoundVerb[] {
  const found: FoundVerb[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(verbs, words, at);
    if (!phrase || parties.some(({ from, to }) => at >= from && at < to)) continue;
    const { verb, form } = phrase.value;
    const to = at + phrase.words.length;
    let start = at;
    while (start > 0 && AUXILIARY.test(words[start - 1]!.word)) start -= 1;
    const auxiliaries = words.slice(start, at).map(({ word }) => word);
    const before = words[start - 1]?.word ?? "";
    const isHelped = auxiliaries.some((word) => !word.endsWith("LY"));
    const isBehindParty = parties.some((party) => party.to === start);
    const isNoun = form === "base" && !isHelped && isBehindParty && isOfNoun(words, parties, start);
    const isVerb =
      !isNoun &&
      (isHelped || isBehindParty || (form === "past" ? !NOUN_AHEAD.test(before) : SUBJECT.test(before)));
    if (!isVerb) continue;
    const isPassive = form === "past" && auxiliaries.some((word) => BE.test(word));
    found.push({ verb, from: at, to, start, isPassive });
    at = to - 1;
  }
  return found.filter(({ from }, k) => !(found[k + 1] && from >= found[k + 1]!.start));
}

/** "an anti- Gondor parade": behind an article, what stands behind a name is a noun. */
function isOfNoun(words: readonly PetrarchWord[], parties: readonly PetrarchParty[], at: number): boolean {
  const party = parties.find(({ to }) => to === at);
  return (
    party !== undefined &&
    words.slice(Math.max(0, party.from - 2), party.from).some(({ word }) => /^AN?$/.test(word))
  );
}
