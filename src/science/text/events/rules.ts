import type { RuleText } from "./dictionary.ts";

/** A pattern ready to match: element by element the classes that may stand there. */
export interface Rule extends Omit<RuleText, "patterns"> {
  readonly pattern: string;
  /** Flat lists of class ids; element e is `classes[bounds[e]..bounds[e + 1]]`. */
  readonly classes: readonly number[];
  readonly bounds: readonly number[];
  /** Words that may lie before each element. */
  readonly gaps: readonly number[];
  readonly isNominal: boolean;
  /** Place in the dictionary: of two equally good matches the earlier one counts. */
  readonly order: number;
}

/** Rules by the class of their first element, the most specific first. */
export interface RuleIndex {
  readonly byClass: readonly (readonly Rule[] | undefined)[];
  /** Class → where what its rules need begins. */
  readonly needsFrom: Int32Array;
  /** Rule after rule: how many numbers follow, how many elements the rule has, and for each but the first how many classes may stand there and which. Most rules are ruled out by this alone, without a look at the rule. */
  readonly needs: Int32Array;
}

/** Words between two elements of a pattern at most. */
const GAP = 6;

/** Words that may lie before an element marked so. */
const GAPS: Readonly<Record<string, number>> = { "+": 0, "~": 14 };

/** Names of the classes a pattern's element may be: `v:…`, `n:…`, `g:…`, and `w:…` for a word. */
export function classNamesOf(element: string): string[] {
  return element.split("|").map((one) => {
    const [, open, name] = /^([<{[])(.+)[>}\]]$/.exec(one) ?? [];
    if (!open) return `w:${one}`;
    return `${open === "<" ? "v" : open === "{" ? "n" : "g"}:${name}`;
  });
}

/** A pattern's elements, and whether words may lie before each. */
export function elementsOf(pattern: string, gap = GAP): { text: string; gap: number }[] {
  return pattern
    .trim()
    .split(/\s+/)
    .map((piece) => ({ text: piece.replace(/^[+~]/, ""), gap: GAPS[piece[0]!] ?? gap }));
}

/** Compiles rules; RangeError where a pattern names a class that the dictionary has not. */
export function compileRules(
  rules: readonly RuleText[],
  idOf: ReadonlyMap<string, number>,
  gap = GAP,
): RuleIndex {
  const index: (Rule[] | undefined)[] = [];
  for (const [order, rule] of rules.entries()) {
    for (const pattern of rule.patterns) {
      const compiled = compilePattern(rule, pattern, order, idOf, gap);
      for (const first of compiled.classes.slice(0, compiled.bounds[1])) {
        (index[first] ??= []).push(compiled);
      }
    }
  }
  for (const list of index) list?.sort((a, b) => b.bounds.length - a.bounds.length);
  return { byClass: index, ...needsOf(index) };
}

function needsOf(byClass: readonly (readonly Rule[] | undefined)[]): Omit<RuleIndex, "byClass"> {
  const needsFrom = new Int32Array(byClass.length);
  const needs: number[] = [];
  for (let id = 0; id < byClass.length; id++) {
    needsFrom[id] = needs.length;
    for (const { bounds, classes } of byClass[id] ?? []) {
      const elements = bounds.length - 1;
      const further: number[] = [];
      for (let element = 1; element < elements; element++) {
        const alternatives = classes.slice(bounds[element], bounds[element + 1]);
        further.push(alternatives.length, ...alternatives);
      }
      needs.push(further.length + 1, elements, ...further);
    }
  }
  return { needsFrom, needs: Int32Array.from(needs) };
}

function compilePattern(
  { patterns: _patterns, ...rule }: RuleText,
  pattern: string,
  order: number,
  idOf: ReadonlyMap<string, number>,
  gap: number,
): Rule {
  const elements = elementsOf(pattern, gap);
  const ids = elements.map(({ text }) =>
    classNamesOf(text).map((name) => {
      const id = idOf.get(name);
      if (id === undefined) throw new RangeError(`${name}: no class ${text} in pattern "${pattern}"`);
      return id;
    }),
  );
  const bounds = [0];
  for (const list of ids) bounds.push(bounds.at(-1)! + list.length);
  return {
    ...rule,
    pattern,
    order,
    classes: ids.flat(),
    bounds,
    gaps: elements.map(({ gap }) => gap),
    isNominal: !elements[0]!.text.startsWith("<"),
  };
}
