/** Bits of Russian verb forms. */
export const PAST = 1;
export const PRESENT = 2;
/** Present endings of a perfective verb: the future. */
export const FUTURE = 4;
export const INFINITIVE = 8;
/** Short passive participle: подписан, введены. */
export const PASSIVE = 16;
export const GERUND = 32;
/** Active participle: обвинивший, обвиняющий. */
export const RELATIVE = 64;
/** Imperfective with -ся in passive sense. */
export const REFLEXIVE = 128;
/** "мы призываем": who speaks. */
export const FIRST_PERSON = 256;

export interface VerbForm {
  readonly text: string;
  readonly form: number;
}

/**
 * A verb's forms from its principal parts `infinitive/third person[/short passive participle[/past[/female past]]]`;
 * an entry of one word (`готова`) stands as it is, and a leading `~` marks imperfectives, whose present is no future. Words around the verb stay as they are.
 */
export function conjugate(entry: string): VerbForm[] {
  if (!entry.includes("/")) return [{ text: entry, form: PRESENT }];
  const words = entry.replace("~", "").split(" ");
  const isImperfective = entry.startsWith("~");
  const verbAt = Math.max(
    0,
    words.findIndex((word) => word.includes("/")),
  );
  const head = words
    .slice(0, verbAt)
    .map((word) => `${word} `)
    .join("");
  const tail = words
    .slice(verbAt + 1)
    .map((word) => ` ${word}`)
    .join("");
  const [infinitive = "", third = "", participle = "", past = "", female = ""] = words[verbAt]!.split("/");
  const forms = new Map<string, number>();
  const add = (text: string, form: number) => {
    for (const one of new Set([text, text.replaceAll("ё", "е")]))
      forms.set(head + one + tail, (forms.get(head + one + tail) ?? 0) | form);
  };
  const reflexive = /с[яь]$/.test(infinitive);
  const bare = (word: string) => (reflexive ? word.replace(/с[яь]$/, "") : word);
  const ending = (word: string) => (reflexive ? word + (/[аеёиоуыэюя]$/.test(word) ? "сь" : "ся") : word);
  add(infinitive, INFINITIVE);
  const pasts = pastsOf(past || pastOf(bare(infinitive)), female);
  for (const one of pasts) add(ending(one), PAST);
  if (isImperfective && !reflexive) for (const one of pasts) add(inPassive(one), PAST | REFLEXIVE);
  const stem = bare(third);
  if (stem !== "") {
    for (const one of [stem, pluralOf(stem)]) {
      add(ending(one), isImperfective ? PRESENT : FUTURE);
      if (isImperfective && !reflexive) add(`${one}ся`, REFLEXIVE);
    }
    if (/[её]т$|ит$/.test(stem))
      add(ending(stem.replace(/т$/, "м")), (isImperfective ? PRESENT : FUTURE) | FIRST_PERSON);
  }
  for (const one of gerundsOf(bare(infinitive), stem, past, isImperfective))
    add(reflexive ? `${one}${/в$/.test(one) ? "ши" : ""}сь` : one, GERUND);
  for (const one of activesOf(bare(infinitive), stem, past, isImperfective))
    add(reflexive ? `${one}ся` : one, RELATIVE);
  if (participle !== "" && participle !== "-") for (const one of shortsOf(participle)) add(one, PASSIVE);
  return [...forms].map(([text, form]) => ({ text, form }));
}

/** "вводился", "вводилась": the passive of an imperfective. */
const inPassive = (past: string): string => past + (/[аои]$/.test(past) ? "сь" : "ся");

/** Perfective "обвинив", imperfective "обвиняя". */
function gerundsOf(infinitive: string, third: string, past: string, isImperfective: boolean): string[] {
  if (isImperfective) return third === "" ? [] : [pluralOf(third).replace(/[уюая]т$/, "я")];
  return past === "" && /ть$/.test(infinitive) ? [infinitive.replace(/ть$/, "в")] : [];
}

const pastOf = (infinitive: string): string => infinitive.replace(/ть$/, "л");

/** Four forms of the past from the male one: подписал, подписала, подписало, подписали; привёл, привела; помог, помогла. */
function pastsOf(male: string, female: string): string[] {
  const regular = male.endsWith("л") ? male.replace(/ш[её]л$/, "шл") : `${male}л`;
  const stem = female === "" ? regular : female.slice(0, -1);
  return [male, `${stem}а`, `${stem}о`, `${stem}и`];
}

function pluralOf(third: string): string {
  if (/ит$/.test(third)) return third.replace(/ит$/, /[жчшщ]ит$/.test(third) ? "ат" : "ят");
  if (/[жчшщ][её]т$/.test(third)) return `${third.slice(0, -2).replace(/ж$/, "ж").replace(/ч$/, "ч")}ут`;
  const [stem, vowel] = [third.slice(0, -2), third.at(-3) ?? ""];
  return stem + (/[аеёиоуыэюяь]/.test(vowel) ? "ют" : "ут");
}

const shortsOf = (male: string): string[] => {
  return [male, `${male}а`, `${male}о`, `${male}ы`];
};

const ADJECTIVAL = ["ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их", "ими"];

function activesOf(infinitive: string, third: string, past: string, isImperfective: boolean): string[] {
  const stems: string[] = [];
  if (/[аеиуыя]ть$/.test(infinitive) && past === "") stems.push(infinitive.replace(/ть$/, "вш"));
  if (isImperfective && third !== "") stems.push(pluralOf(third).replace(/т$/, "щ"));
  return stems.flatMap((stem) => ADJECTIVAL.map((ending) => stem + ending));
}
