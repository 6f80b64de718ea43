import { underModality } from "./modality.ts";
import { isRoot } from "../plover/plover.ts";
import type { ReadSentence } from "./event-language.ts";
import { coverOf } from "./find-triggers.ts";
import type { Trigger } from "./trigger.ts";
import { CAPITAL, MARK, NUMBER } from "./token.ts";

/** Tokens of a sentence, `to` exclusive; -1 where a side is not in it. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Where features go as they are found: stems by family or in pairs of neighbours, all else by family and name. */
export interface FeatureSink<Stem> {
  /** What stands for a word's stem, asked once a token. */
  readonly stem: (word: string) => Stem;
  readonly word: (family: number, stem: Stem) => void;
  /** A stem that counts both by itself and by its zone. */
  readonly zoned: (family: number, stem: Stem) => void;
  readonly pair: (first: Stem, second: Stem) => void;
  readonly one: (family: string, name: string) => void;
}

/** Families of stems: anywhere, by zone (before, target, between, after), near behind the source, in the source. */
export const STEM_FAMILIES = ["w", "p", "t", "b", "a", "n", "s"] as const;
const [W, P, T, B, A, N, S] = [0, 1, 2, 3, 4, 5, 6] as const;

/** What a sentence says of an event between two of its spans, as text: see `tellFeatures`. */
export function eventFeatures(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  source: TokenSpan,
  target: TokenSpan,
): string[] {
  const features: string[] = [];
  tellFeatures(sentence, triggers, source, target, {
    stem: stemOf,
    word: (family, stem) => features.push(`${STEM_FAMILIES[family]}:${stem}`),
    zoned: (family, stem) => features.push(`${STEM_FAMILIES[W]}:${stem}`, `${STEM_FAMILIES[family]}:${stem}`),
    one: (family, name) => features.push(featureText(family, name)),
    pair: (first, second) => features.push(`2:${first} ${second}`),
  });
  return features;
}

/** A feature in one text: `r@between` and `ban` are `r:ban@between`, a name without a family stands alone. */
export function featureText(family: string, name: string): string {
  if (family === "") return name;
  const zone = family.indexOf("@");
  return zone < 0 ? `${family}:${name}` : `${family.slice(0, zone)}:${name}${family.slice(zone)}`;
}

/** Tells a sink what a sentence says of an event between two of its spans: its words, its rules, and where they stand. */
export function tellFeatures<Stem>(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  source: TokenSpan,
  target: TokenSpan,
  sink: FeatureSink<Stem>,
): void {
  const zones = zonesOf(sentence.tokens.count, source, target);
  wordFeatures(sentence, zones, source, sink);
  const first = ruleFeatures(sentence, triggers, zones, source, sink);
  const [doer, other] = [sectorIn(sentence, source), sectorIn(sentence, target)];
  sink.one("S", doer);
  sink.one("T", other);
  sink.one("", `S:${doer} F:${first}`);
  sink.one("", `T:${other} F:${first}`);
  sink.one("order", source.from <= target.from ? "st" : "ts");
}

const IN_SOURCE = 0;
const IN_TARGET = 1;
const BETWEEN = 2;
const BEFORE = 3;
const AFTER = 4;
/** The family of a word in each zone. */
const WORD_FAMILIES = [P, T, B, P, A] as const;
const ZONES = ["in-source", "in-target", "between", "before", "after"] as const;
const inZones = (family: string) => ZONES.map((zone) => `${family}@${zone}`);
const RULE_FAMILIES = inZones("r");
const ROOT_FAMILIES = inZones("R");
const FIRST_FAMILIES = inZones("F");

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
  sink: FeatureSink<Stem>,
): void {
  const { count, flags, lower } = tokens;
  const others = sink.stem("@");
  let previous = sink.stem("^");
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
    const stem = isOther && !isOfSource ? others : sink.stem(flags[at]! & NUMBER ? "0" : lower[at]!);
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

/** Which rules matched, where, and what they mean under negation and in the future; the first that nothing covers counts most, and its root is returned, "-" where it has none. */
function ruleFeatures(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  zones: readonly number[],
  source: TokenSpan,
  sink: Pick<FeatureSink<unknown>, "one">,
): string {
  let first = "-";
  let second: string | null = null;
  let coveredTo = -1;
  for (const trigger of triggers) {
    const { rule, verb, from } = trigger;
    const zone = zones[from]!;
    sink.one(RULE_FAMILIES[zone]!, rule.id);
    sink.one("r", rule.id);
    if (rule.root === null) continue;
    const modal = underModality(rule.root, verb);
    const root = "root" in modal ? modal.root : modal.reason;
    sink.one("R", root);
    sink.one(ROOT_FAMILIES[zone]!, root);
    if (from < coveredTo || from < source.to) continue;
    if (verb) coveredTo = coverOf(sentence, trigger);
    sink.one("C", root);
    sink.one("c", rule.id);
    if (first !== "-") {
      second ??= root;
      continue;
    }
    first = root;
    leadingFeatures(trigger, root, zone, sink);
  }
  if (second !== null) sink.one("", `F2:${first} ${second}`);
  return isRoot(first) ? first : "-";
}

/** The first rule that nothing covers, said once more. */
function leadingFeatures(
  { rule, verb }: Trigger,
  root: string,
  zone: number,
  sink: Pick<FeatureSink<unknown>, "one">,
): void {
  sink.one("F", root);
  sink.one("f", rule.id);
  sink.one(FIRST_FAMILIES[zone]!, root);
  sink.one("v", verb?.passive ? "passive" : verb ? "active" : "nominal");
  if (verb?.negated) {
    sink.one("", "not");
    sink.one("not", rule.root!);
  }
  if (verb?.future || verb?.conditional) {
    sink.one("", "will");
    sink.one("will", rule.root!);
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
