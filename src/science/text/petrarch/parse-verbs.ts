import { BASE, GERUND, THIRD, inflectEnglish } from "../events/english/inflect.ts";
import { linesOf, wordsIn } from "./parse-actors.ts";
import type {
  EventCode,
  PatternElement,
  PetrarchVerb,
  VerbForm,
  VerbPattern,
} from "./petrarch-dictionary.ts";
import { phraseTable, type PhraseTable } from "./phrase-table.ts";

type Synsets = ReadonlyMap<string, readonly (readonly string[])[]>;
type Irregular = ReadonlyMap<string, readonly [string, string]>;

/**
 * Blocks of verbs: `--- NAME [CODE] ---`, then verbs with their forms in braces and patterns `- A * B [CODE]` around the
 * verb (`*`); `&NAME` begins a set of words that patterns name. Verbs without braces are inflected.
 */
export function parseVerbs(
  text: string,
  irregular: Irregular,
): PhraseTable<{ verb: PetrarchVerb; form: VerbForm }> {
  const lines = linesOf(text);
  const synsets = synsetsOf(lines);
  const found: (readonly [words: string[], value: { verb: PetrarchVerb; form: VerbForm }])[] = [];
  let block: { code: EventCode | null; patterns: VerbPattern[] } = { code: null, patterns: [] };
  let isSynset = false;
  for (const line of lines) {
    if (line.startsWith("&")) isSynset = true;
    else if (line.startsWith("---")) {
      block = { code: codeIn(line), patterns: [] };
      isSynset = false;
    } else if (line.startsWith("-")) {
      const pattern = patternOf(line.slice(1), synsets);
      if (pattern) block.patterns.push(pattern);
    } else if (!isSynset) {
      const own = /\[/.test(line) ? codeIn(line) : block.code;
      const verb: PetrarchVerb = { name: nameOf(line), code: own, patterns: block.patterns };
      for (const [words, form] of formsOf(line, irregular)) found.push([words, { verb, form }]);
    }
  }
  // A verb's own entry counts before what another verb is inflected to: LEFT before LEAVE.
  const isOwn = ([words, { verb }]: (typeof found)[number]) =>
    words.join(" ") === verb.name.replaceAll("_", " ");
  return phraseTable([...found.filter(isOwn), ...found.filter((one) => !isOwn(one))]);
}

const nameOf = (line: string) =>
  line
    .replace(/[{[].*$/, "")
    .replaceAll("+", "")
    .trim();

function synsetsOf(lines: readonly string[]): Synsets {
  const sets = new Map<string, string[][]>();
  let open: string[][] | null = null;
  for (const line of lines) {
    if (line.startsWith("&")) sets.set(keyOf(line), (open = []));
    else if (line.startsWith("+") && open) open.push(...numbersOf(line.slice(1).trim()));
    else open = null;
  }
  return sets;
}

/** A word of a set, and its plural unless it ends in `_`. */
const numbersOf = (word: string): string[][] =>
  word.endsWith("_") || word.startsWith("&") ? [wordsIn(word)] : [wordsIn(word), wordsIn(`${word}S`)];

const keyOf = (name: string) => name.trim().replace(/_+$/, "");

/** `[032:033]` is what the one does and the other; codes of dashes, plus signs and #, and those in doubt, say there is no event. */
function codeIn(line: string): EventCode | null {
  const [code = "", reverse = null] = (/\[([^\]]*)\]/.exec(line)?.[1] ?? "").split(":");
  return /^\s*[-+#]*\s*$|\?/.test(code) ? null : { code: code.trim(), reverse: reverse?.trim() ?? null };
}

function formsOf(line: string, irregular: Irregular): [words: string[], form: VerbForm][] {
  const [, braces] = /\{([^}]*)\}/.exec(line) ?? [];
  const name = nameOf(line.replace(/^\+/, ""));
  if (braces !== undefined) {
    const given = braces.split(/\s+/).filter((one) => one !== "");
    return [name, ...given].map((one) => [
      wordsIn(one.replaceAll("+", "")),
      one === name ? "base" : formOf(one),
    ]);
  }
  return inflectEnglish(name.replaceAll("_", " ").toLowerCase(), irregular).map(({ text, form }) => [
    wordsIn(text),
    form & BASE
      ? looksPast(name)
        ? "past"
        : "base"
      : form & THIRD
        ? "third"
        : form & GERUND
          ? "gerund"
          : "past",
  ]);
}

/** Some verbs are entered as a past only: CALLED, FOUGHT. */
const looksPast = (name: string) =>
  /ED$|^(?:SAID|MADE|MET|HELD|LEFT|SANK|WON|SHOT|FOUGHT|FOUND|RISEN|PAID)$/.test(name);
const formOf = (word: string): VerbForm =>
  /ING/.test(word) ? "gerund" : /S(?:_|$)/.test(word) ? "third" : "past";

function patternOf(line: string, synsets: Synsets): VerbPattern | null {
  const text = line.replace(/\[.*$/, "").trim();
  const given = /\[([^\]]*)\]/.exec(line)?.[1] ?? "";
  // Marks of other coders that no code of an event can be.
  if (!text.includes("*") || /^[+#]+$/.test(given)) return null;
  const [left = "", right = ""] = text.split("*");
  return {
    text,
    before: elementsOf(left, synsets, "before"),
    after: elementsOf(right, synsets, "after"),
    code: codeIn(line),
  };
}

/** Elements from the verb outwards. */
function elementsOf(side: string, synsets: Synsets, place: "before" | "after"): PatternElement[] {
  const pieces = side.split(/(\s+|_+)/).filter((piece) => piece !== "");
  const ordered = place === "before" ? pieces.toReversed() : pieces;
  const elements: PatternElement[] = [];
  let isAdjacent = false;
  for (const piece of ordered) {
    if (/^_+$/.test(piece)) isAdjacent = true;
    else if (/^\s+$/.test(piece)) isAdjacent = false;
    else {
      elements.push(elementOf(piece, synsets, isAdjacent));
      isAdjacent = false;
    }
  }
  return elements;
}

function elementOf(piece: string, synsets: Synsets, isAdjacent: boolean): PatternElement {
  if (/^[$+^%]$/.test(piece)) return { phrases: [], role: piece as "$", isAdjacent };
  const phrases = piece.startsWith("&") ? synsetIn(piece, synsets) : [wordsIn(piece.replaceAll("+", ""))];
  return { phrases: phrases.toSorted((a, b) => b.length - a.length), role: null, isAdjacent };
}

/** A set may name other sets. */
function synsetIn(name: string, synsets: Synsets): (readonly string[])[] {
  return (synsets.get(keyOf(name)) ?? []).flatMap((words) => {
    const inner = `&${words.join(" ")}`;
    return words.length === 1 && synsets.has(inner) && inner !== keyOf(name)
      ? synsetIn(inner, synsets)
      : [words];
  });
}
