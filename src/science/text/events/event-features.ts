import { underModality } from "./modality.ts";
import type { ReadSentence } from "./sentence.ts";
import { CAPITAL, MARK, NUMBER } from "./token.ts";
import { coverOf, type Trigger } from "./trigger.ts";

/** Tokens of a sentence, `to` exclusive; -1 where a side is not in it. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

type Zone = "in-source" | "in-target" | "between" | "before" | "after";

/** What a sentence says of an event between two of its spans: its words, its rules, and where they stand. */
export function eventFeatures(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  source: TokenSpan,
  target: TokenSpan,
): string[] {
  const zoneOf = zones(source, target);
  const rules = ruleFeatures(sentence, triggers, zoneOf, source);
  const parties = partyFeatures(sentence, source, target);
  const first = rules.find((feature) => /^F:[A-Z]+$/.test(feature)) ?? "F:-";
  return [
    ...wordFeatures(sentence, zoneOf, source),
    ...rules,
    ...parties,
    ...parties.map((party) => `${party} ${first}`),
    source.from <= target.from ? "order:st" : "order:ts",
  ];
}

function zones(source: TokenSpan, target: TokenSpan): (at: number) => Zone {
  const first = Math.min(...[source.from, target.from].filter((at) => at >= 0));
  const last = Math.max(source.to, target.to);
  return (at) => {
    if (at >= source.from && at < source.to) return "in-source";
    if (at >= target.from && at < target.to) return "in-target";
    if (at < first) return "before";
    return at < last ? "between" : "after";
  };
}

/** Stems alone and in pairs, by zone; the words right behind the source count twice. */
function wordFeatures(sentence: ReadSentence, zoneOf: (at: number) => Zone, source: TokenSpan): string[] {
  const { tokens } = sentence;
  const features: string[] = [];
  let previous = "^";
  let previousZone: Zone | null = null;
  let near = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.flags[at]! & MARK) continue;
    const zone = zoneOf(at);
    const word = tokens.flags[at]! & NUMBER ? "0" : stemOf(tokens.lower[at]!);
    const isName = at > 0 && (tokens.flags[at]! & CAPITAL) > 0;
    const isPart = zone === "in-source" || (sentence.mentionAt[at]! >= 0 && zone !== "in-target");
    if (!isName && !isPart) {
      const short = zone === "in-target" ? "t" : zone === "between" ? "b" : zone === "after" ? "a" : "p";
      features.push(`w:${word}`, `${short}:${word}`);
      if (previousZone === zone) features.push(`2:${previous} ${word}`);
      if (at >= source.to && source.from >= 0 && near < 4) {
        features.push(`n:${word}`);
        near += 1;
      }
    }
    if (zone === "in-source" && !(tokens.flags[at]! & CAPITAL)) features.push(`s:${word}`);
    previous = isName || isPart ? "@" : word;
    previousZone = zone;
  }
  return features;
}

/** Which rules matched, where, and what they mean under negation and in the future; the first that nothing covers counts most. */
function ruleFeatures(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  zoneOf: (at: number) => Zone,
  source: TokenSpan,
): string[] {
  const features: string[] = [];
  const leading: string[] = [];
  let coveredTo = -1;
  for (const trigger of triggers) {
    const { rule, verb, from } = trigger;
    const zone = zoneOf(from);
    features.push(`r:${rule.id}@${zone}`, `r:${rule.id}`);
    if (rule.root === null) continue;
    const modal = underModality(rule.root, verb);
    const root = "root" in modal ? modal.root : modal.reason;
    features.push(`R:${root}`, `R:${root}@${zone}`);
    if (from < coveredTo || from < source.to) continue;
    if (verb) coveredTo = coverOf(sentence, trigger);
    leading.push(root);
    features.push(`C:${root}`, `c:${rule.id}`);
    if (leading.length > 1) continue;
    features.push(
      `F:${root}`,
      `f:${rule.id}`,
      `F:${root}@${zone}`,
      `v:${verb?.passive ? "passive" : verb ? "active" : "nominal"}`,
    );
    if (verb?.negated) features.push("not", `not:${rule.root}`);
    if (verb?.future || verb?.conditional) features.push("will", `will:${rule.root}`);
  }
  if (leading.length > 1) features.push(`F2:${leading[0]} ${leading[1]}`);
  return features;
}

/** Of what sectors the two sides are. */
function partyFeatures(sentence: ReadSentence, source: TokenSpan, target: TokenSpan): string[] {
  const sectorOf = ({ from, to }: TokenSpan) =>
    sentence.mentions.findLast((mention) => mention.from < to && mention.to > from && mention.sector !== null)
      ?.sector ?? "-";
  return [`S:${sectorOf(source)}`, `T:${sectorOf(target)}`];
}

/** Stems of words seen before. */
const remembered = new Map<string, string>();
const MEMORY = 50_000;

/** English words without their commonest endings; other words stay as they are. */
function stemOf(word: string): string {
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
