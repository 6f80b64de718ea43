/** An ending that leaves so many letters; of several that fit the longest. */
const ending = (left: number, endings: string) => new RegExp(`(?<=^.{${left},})(?:${endings})$`);

const REFLEXIVE = ending(3, "ся|сь");
const ADJECTIVE = ending(
  3,
  "ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|(?<!и)ей|ий|ый|ой|(?<=...)(?:(?<!и)ем|им|ым|ом)|их|ых|ую|юю|ая|яя|ою|ею",
);
const PARTICIPLE = ending(4, "ующ|ающ|яющ|ущ|ющ|ящ|ащ|ивш|ывш|авш|евш|явш|вш|енн|анн|янн|нн");
const VERB = ending(
  4,
  "(?<=[ая])(?:ла|на|ете|йте|ли|л|н|ло|но|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ил|ыл|ило|ыло|ено|ует|уют|ит|ят|ут|ют|ет|ыт|ены|ить|ыть|еть|ел|ела|ели|ело|ишь|ешь|нул|нула|нули|ив|ивши",
);
const NOUN = ending(
  3,
  "иями|ями|ами|иях|иям|ием|ией|ьями|иев|ьев|ях|ах|ям|ам|ем|ом|ов|ев|ей|ой|ий|ие|ье|ия|ья|ию|ью|ии|ее|ою|ею|а|е|и|й|о|у|ы|ь|ю|я",
);
const DERIVATION = ending(4, "ость|ост|ств|ени|ани|ива|ыва|ова|ив|ыв|ов|ен|ан|нн|[иаяуоьй]");
const VOWEL = /[аеиоуыэюя]/;

/** Longer stems are cut, so that words of one family meet: коронавирус, коронавирусный. */
const LONGEST_STEM = 7;
const MOST_DERIVATIONS = 6;

/**
 * The stem of a Russian word in lower case with е for ё: endings are stripped as Porter's method does, then again until
 * none is left, so that a form whose stem looks like an ending (план, плана) meets the others; then sounds that change
 * within a word are evened (рынок, рынка; отметить, отмечен; отправить, отправлен).
 */
export function russianStem(word: string): string {
  if (word.length <= 3 || !VOWEL.test(word)) return word;
  return evened(derived(inflected(without(word, REFLEXIVE)))).slice(0, LONGEST_STEM);
}

function inflected(word: string): string {
  const adjective = without(word, ADJECTIVE);
  if (adjective !== word) return without(adjective, PARTICIPLE);
  const verb = without(word, VERB);
  return verb === word ? without(word, NOUN) : verb;
}

function derived(word: string): string {
  let stem = word;
  for (let pass = 0; pass < MOST_DERIVATIONS; pass++) {
    const shorter = [ADJECTIVE, VERB, DERIVATION]
      .map((endings) => (stem.length > 4 ? without(stem, endings) : stem))
      .find((one) => one !== stem && one.length >= 4);
    if (shorter === undefined) break;
    stem = shorter;
  }
  return stem;
}

function evened(stem: string): string {
  const hard = without(stem, ending(3, "[ьй]")).replace(/([^аеиоуыэюя])\1$/, "$1");
  if (hard.length < 4) return hard;
  const short =
    hard.length < 5 ? hard : hard.replace(/(?<=[^аеиоуыэюяьй])[ое]([кцнл])$|(?<=[бвпмф])л$/, "$1");
  return short.replace(/[щч]$/, "т").replace(/жд$/, "д");
}

function without(word: string, endings: RegExp): string {
  const stem = word.replace(endings, "");
  return VOWEL.test(stem) ? stem : word;
}
