import { underModality } from "./modality.ts";
import { isRoot } from "../plover/plover.ts";
import type { ReadSentence } from "./event-language.ts";
import { coverOf } from "./find-triggers.ts";
import type { Trigger } from "./trigger.ts";
import { CAPITAL, MARK, NUMBER } from "./token.ts";
import { newWord, type Word } from "./word.ts";

/** Tokens of a sentence, `to` exclusive; -1 where a side is not in it. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Where features go as they are found. What stands for a word's stem or for a name is asked once, and told by family. */
export interface FeatureSink<Stem, Name> {
  readonly stem: (word: Word) => Stem;
  readonly word: (family: number, stem: Stem) => void;
  /** A stem that counts both by itself and by its zone. */
  readonly zoned: (family: number, stem: Stem) => void;
  readonly pair: (first: Stem, second: Stem) => void;
  readonly name: (text: string) => Name;
  readonly one: (family: number, name: Name) => void;
  readonly cross: (family: number, one: Name, other: Name) => void;
}

/** Families of stems: anywhere, by zone (before, target, between, after), near behind the source, in the source. */
export const STEM_FAMILIES = ["w", "p", "t", "b", "a", "n", "s"] as const;
const [W, P, T, B, A, N, S] = [0, 1, 2, 3, 4, 5, 6] as const;

const ZONES = ["in-source", "in-target", "between", "before", "after"] as const;

/** Families of names: rules (`r`, of those that nothing covers `c`, of the first of these `f`), their roots, the voice, sectors, the order of the sides; the first ones by zone. */
export const NAME_FAMILIES: readonly string[] = [
  ...["r", "R", "F"].flatMap((family) => ZONES.map((zone) => `${family}@${zone}`)),
  ..."r R F C c f v not will order S T".split(" "),
  "",
];
const familyOf = (name: string) => NAME_FAMILIES.indexOf(name);
/** The first of a family's zones; the others follow. */
const RULE_IN = familyOf("r@in-source");
const ROOT_IN = familyOf("R@in-source");
const FIRST_IN = familyOf("F@in-source");
const RULE = familyOf("r");
const ROOT = familyOf("R");
const FIRST = familyOf("F");
const FIRST_RULE = familyOf("f");
const OPEN_ROOT = familyOf("C");
const OPEN_RULE = familyOf("c");
const VOICE = familyOf("v");
const NOT = familyOf("not");
const WILL = familyOf("will");
const ORDER = familyOf("order");
const SOURCE = familyOf("S");
const TARGET = familyOf("T");
const ALONE = familyOf("");

/** Two names together: a side's sector and the first root, the first root and the second. */
export const CROSSES = [/^S:(\S*) F:(\S*)$/, /^T:(\S*) F:(\S*)$/, /^F2:(\S*) (\S*)$/] as const;
const [SOURCE_FIRST, TARGET_FIRST, FIRST_SECOND] = [0, 1, 2] as const;
const crossText = (cross: number, one: string, other: string): string =>
  cross === FIRST_SECOND ? `F2:${one} ${other}` : `${cross === SOURCE_FIRST ? "S" : "T"}:${one} F:${other}`;

/** What a sentence says of an event between two of its spans, as text: see `tellFeatures`. */
export function eventFeatures(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  source: TokenSpan,
  target: TokenSpan,
): string[] {
  const features: string[] = [];
  tellFeatures<string, string>(sentence, triggers, source, target, {
    stem: (word) => stemOf(word.lower),
    word: (family, stem) => features.push(`${STEM_FAMILIES[family]}:${stem}`),
    zoned: (family, stem) => features.push(`${STEM_FAMILIES[W]}:${stem}`, `${STEM_FAMILIES[family]}:${stem}`),
    pair: (first, second) => features.push(`2:${first} ${second}`),
    name: (text) => text,
    one: (family, name) => features.push(featureText(NAME_FAMILIES[family]!, name)),
    cross: (cross, one, other) => features.push(crossText(cross, one, other)),
  });
  return features;
}

/** A feature in one text: `r@between` and `ban` are `r:ban@between`, a name without a family stands alone. */
function featureText(family: string, name: string): string {
  if (family === "") return name;
  const zone = family.indexOf("@");
  return zone < 0 ? `${family}:${name}` : `${family.slice(0, zone)}:${name}${family.slice(zone)}`;
}

/** Tells a sink what a sentence says of an event between two of its spans: its words, its rules, and where they stand. */
export function tellFeatures<Stem, Name>(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  source: TokenSpan,
  target: TokenSpan,
  sink: FeatureSink<Stem, Name>,
): void {
  const zones = zonesOf(sentence.tokens.count, source, target);
  wordFeatures(sentence, zones, source, sink);
  const first = sink.name(ruleFeatures(sentence, triggers, zones, source, sink));
  const doer = sink.name(sectorIn(sentence, source));
  const other = sink.name(sectorIn(sentence, target));
  sink.one(SOURCE, doer);
  sink.one(TARGET, other);
  sink.cross(SOURCE_FIRST, doer, first);
  sink.cross(TARGET_FIRST, other, first);
  sink.one(ORDER, sink.name(source.from <= target.from ? "st" : "ts"));
}

/** Places of ZONES. */
const IN_SOURCE = 0;
const IN_TARGET = 1;
const BETWEEN = 2;
const BEFORE = 3;
const AFTER = 4;
/** The family of a word in each zone. */
const WORD_FAMILIES = [P, T, B, P, A] as const;

/** Where each token lies, seen from the two sides. */
function zonesOf(count: number, source: TokenSpan, target: TokenSpan): number[] {
  const first = Math.min(
    source.from < 0 ? Number.POSITIVE_INFINITY : source.from,
    target.from < 0 ? Number.POSITIVE_INFINITY : target.from,
  );
  const last = Math.max(source.to, target.to);
  const zones: number[] = [];
  for (let at = 0; at < count; at++) {
    if (at >= source.from && at < source.to) zones.push(IN_SOURCE);
    else if (at >= target.from && at < target.to) zones.push(IN_TARGET);
    else if (at < first) zones.push(BEFORE);
    else zones.push(at < last ? BETWEEN : AFTER);
  }
  return zones;
}

/** Stems alone and in pairs, by zone; the words right behind the source count twice. */
function wordFeatures<Stem>(
  { tokens, mentionAt }: ReadSentence,
  zones: readonly number[],
  source: TokenSpan,
  sink: Omit<FeatureSink<Stem, unknown>, "name" | "one" | "cross">,
): void {
  const { count, flags, words } = tokens;
  const others = sink.stem(OTHERS);
  let previous = sink.stem(START);
  let previousZone = -1;
  let near = 0;
  for (let at = 0; at < count; at++) {
    if (flags[at]! & MARK) continue;
    const zone = zones[at]!;
    const isCapital = (flags[at]! & CAPITAL) > 0;
    const isName = at > 0 && isCapital;
    const isPart = zone === IN_SOURCE || (mentionAt[at]! >= 0 && zone !== IN_TARGET);
    const isOther = isName || isPart;
    const isOfSource = zone === IN_SOURCE && !isCapital;
    const stem = isOther && !isOfSource ? others : sink.stem(flags[at]! & NUMBER ? ZERO : words[at]!);
    if (!isOther) {
      sink.zoned(WORD_FAMILIES[zone]!, stem);
      if (previousZone === zone) sink.pair(previous, stem);
      if (at >= source.to && source.from >= 0 && near < 4) {
        sink.word(N, stem);
        near += 1;
      }
    }
    if (isOfSource) sink.word(S, stem);
    previous = isOther ? others : stem;
    previousZone = zone;
  }
}

/** What stands for names, for the beginning, and for all numbers. */
const [OTHERS, START, ZERO] = [newWord("@", "@", 0), newWord("^", "^", 0), newWord("0", "0", 0)];

/** Which rules matched, where, and what they mean under negation and in the future; the first that nothing covers counts most, and its root is returned, "-" where it has none. */
function ruleFeatures<Name>(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  zones: readonly number[],
  source: TokenSpan,
  sink: NameSink<Name>,
): string {
  let first = "-";
  let second: string | null = null;
  let coveredTo = -1;
  for (const trigger of triggers) {
    const { rule, verb, from } = trigger;
    const zone = zones[from]!;
    const id = sink.name(rule.id);
    sink.one(RULE_IN + zone, id);
    sink.one(RULE, id);
    if (rule.root === null) continue;
    const modal = underModality(rule.root, verb);
    const told = "root" in modal ? modal.root : modal.reason;
    const root = sink.name(told);
    sink.one(ROOT, root);
    sink.one(ROOT_IN + zone, root);
    if (from < coveredTo || from < source.to) continue;
    if (verb) coveredTo = coverOf(sentence, trigger);
    sink.one(OPEN_ROOT, root);
    sink.one(OPEN_RULE, id);
    if (first !== "-") {
      second ??= told;
      continue;
    }
    first = told;
    leadingFeatures(trigger, root, id, zone, sink);
  }
  if (second !== null) sink.cross(FIRST_SECOND, sink.name(first), sink.name(second));
  return isRoot(first) ? first : "-";
}

type NameSink<Name> = Pick<FeatureSink<unknown, Name>, "name" | "one" | "cross">;

/** The first rule that nothing covers, said once more. */
function leadingFeatures<Name>(
  { rule, verb }: Trigger,
  root: Name,
  id: Name,
  zone: number,
  sink: NameSink<Name>,
): void {
  sink.one(FIRST, root);
  sink.one(FIRST_RULE, id);
  sink.one(FIRST_IN + zone, root);
  sink.one(VOICE, sink.name(verb?.passive ? "passive" : verb ? "active" : "nominal"));
  if (verb?.negated) {
    sink.one(ALONE, sink.name("not"));
    sink.one(NOT, sink.name(rule.root!));
  }
  if (verb?.future || verb?.conditional) {
    sink.one(ALONE, sink.name("will"));
    sink.one(WILL, sink.name(rule.root!));
  }
}

/** Of what sector a side is, "-" where nothing says it. */
const sectorIn = ({ mentions }: ReadSentence, { from, to }: TokenSpan): string =>
  mentions.findLast((mention) => mention.from < to && mention.to > from && mention.sector !== null)?.sector ??
  "-";

/** Stems of words seen before. */
const remembered = new Map<string, string>();
const MEMORY = 50_000;

/** English words without their commonest endings; other words stay as they are. */
export function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MEMORY) remembered.clear();
  const stem = searchStem(word);
  remembered.set(word, stem);
  return stem;
}

function searchStem(word: string): string {
  if (word.length < 5) return word;
  const bare = word.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|ed|es|s)$/, "");
  const single = /([b-df-hj-np-tv-z])\1$/.test(bare) ? bare.slice(0, -1) : bare;
  return single.length < 3 ? word : single.replace(/e$/, "");
}

/** What a feature says by itself, before anything was learned: rules vote for their root. */
export function priorWeight(feature: string, root: string): number {
  if (feature === `F:${root}`) return 1.6;
  if (feature === `C:${root}`) return 0.6;
  return feature === `R:${root}@between` ? 0.4 : 0;
}
