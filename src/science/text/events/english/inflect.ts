/** Bits of verb forms. */
export const BASE = 1;
export const THIRD = 2;
export const PAST = 4;
export const PARTICIPLE = 8;
export const GERUND = 16;

const PRESENTS: Readonly<Record<string, readonly string[]>> = { be: ["is", "are"], have: ["has"] };

/** A verb's forms with their bits; what follows its first word is kept: "carry out" gives "carried out". */
export function inflectEnglish(
  verb: string,
  irregular: ReadonlyMap<string, readonly [string, string]>,
): { text: string; form: number }[] {
  const [head = "", ...rest] = verb.split(" ");
  const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
  const [past, participle] = irregular.get(head) ?? pastsOf(head);
  const forms = new Map<string, number>();
  const add = (text: string, form: number) => forms.set(text, (forms.get(text) ?? 0) | form);
  add(head, BASE);
  for (const one of PRESENTS[head] ?? [thirdOf(head)]) add(one, THIRD);
  for (const one of past.split("/")) add(one, PAST);
  for (const one of participle.split("/")) add(one, PARTICIPLE);
  for (const one of gerundsOf(head)) add(one, GERUND);
  return [...forms].map(([text, form]) => ({ text: text + tail, form }));
}

/** Singular and plural of a noun phrase; a phrase with "of" inflects its head. */
export function pluralsEnglish(noun: string): string[] {
  const [, head = noun, tail = ""] = /^(.+?)( (?:of|for|in|to|on|from|against) .+)?$/.exec(noun) ?? [];
  const last = head.split(" ").at(-1)!;
  if (last.endsWith("s") && !last.endsWith("ss")) return [noun];
  const plural = /[^aeiou]y$/.test(head)
    ? `${head.slice(0, -1)}ies`
    : /man$/.test(head)
      ? head.replace(/man$/, "men")
      : thirdOf(head);
  return [noun, plural + tail];
}

function thirdOf(word: string): string {
  if (/(s|x|z|ch|sh|o)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function pastsOf(verb: string): [string, string] {
  const forms = stemsBefore(verb, "ed").join("/");
  return [forms, forms];
}

const gerundsOf = (verb: string) => stemsBefore(verb, "ing");

/** Where stress decides whether the last consonant doubles ("admitted", "targeted", "signalled"), both spellings are taken. */
function stemsBefore(verb: string, ending: "ed" | "ing"): string[] {
  if (/ee$/.test(verb)) return [ending === "ed" ? `${verb}d` : `${verb}ing`];
  if (/ie$/.test(verb)) return [ending === "ed" ? `${verb}d` : `${verb.slice(0, -2)}ying`];
  if (verb.endsWith("e")) return [verb.slice(0, -1) + ending];
  if (/[^aeiou]y$/.test(verb) && ending === "ed") return [`${verb.slice(0, -1)}ied`];
  const doubled = verb + verb.at(-1) + ending;
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)) return [doubled];
  return /(?:[^aeiou]|qu)[aeiou][^aeiouwxy]$/.test(verb) ? [doubled, verb + ending] : [verb + ending];
}
