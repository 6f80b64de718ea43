/** Endings by what they end: the longest that leaves a stem is taken off. */
const REFLEXIVE = /(?:ся|сь)$/;
const PARTICIPLE =
  /(?:ующ|ающ|яющ|ивш|ывш|авш|евш|явш|енн|анн|янн|ем|им|вш|ящ|ащ|нн)?(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/;
const VERB =
  /(?:(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ил|ыл|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|нул|нула|нули)$/;
const NOUN =
  /(?:иями|ями|ами|иях|иям|ием|ией|ьями|иев|ьев|ях|ях|ах|ям|ам|ем|ом|ов|ев|ей|ой|ий|ие|ье|ия|ья|ию|ью|ии|ее|ою|ею|а|е|и|й|о|у|ы|ь|ю|я)$/;
const ABSTRACT = /(?:ость|ост|ств|ени|ани|ци)$/;
const VOWEL = /[аеиоуыэюя]/;

const SHORTEST_STEM = 3;
/** Longer stems are cut, so that words of one family meet: коронавирус, коронавирусный. */
const LONGEST_STEM = 7;

/** The stem of a Russian word in lower case with е for ё, by stripping endings as Porter's method does. */
export function russianStem(word: string): string {
  if (word.length <= SHORTEST_STEM || !VOWEL.test(word)) return word;
  const bare = without(word, REFLEXIVE);
  const adjective = without(bare, PARTICIPLE);
  const inflected = adjective !== bare ? adjective : without(bare, VERB);
  const stem = inflected !== bare ? inflected : without(bare, NOUN);
  const soft = without(without(stem, /и$/), ABSTRACT);
  return without(soft.replace(/нн$/, "н"), /[ьй]$/).slice(0, LONGEST_STEM);
}

function without(word: string, ending: RegExp): string {
  const stem = word.replace(ending, "");
  return stem.length >= SHORTEST_STEM && VOWEL.test(stem) ? stem : word;
}
