import type { CountryPair } from "./country-pairs.ts";
import { familyOf } from "./families.ts";
import type { Mention } from "../mention.ts";
import { QUOTED } from "../token.ts";
import { MODALS, statesBetween, type PairSink, type PairView } from "./pair-view.ts";
import { REASONS } from "./reasons.ts";
import { tellRules } from "./tell-rules.ts";

const WORD = familyOf("word");
const OPENING = familyOf("opening");
const STATES = familyOf("states");
const EVENTS = familyOf("events");
const SILENT = familyOf("silent");

/** Tells a sink what counts for all pairs of a sentence alike. */
export function tellSentence(view: PairView, sink: PairSink): void {
  const { stems, told } = view;
  for (const stem of stems) if (stem >= 0) sink.add(WORD, stem);
  sink.add(OPENING, numberOf(stems[0]!));
  sink.add(STATES, Math.min(5, statesBetween(view, 0, stems.length)));
  sink.add(EVENTS, Math.min(3, told.events.length));
  if (told.events.length === 0 && told.reason !== null) sink.add(SILENT, REASONS.indexOf(told.reason));
}

/** The number of any token's stem, word or not. */
const numberOf = (stem: number): number => (stem < 0 ? ~stem : stem);

/** The families of a side. */
const sideFamilies = (side: "source" | "target") => ({
  nearBehind: familyOf(`near behind ${side}`),
  nearBefore: familyOf(`near before ${side}`),
  nextBehind: familyOf(`next behind ${side}`),
  nextBefore: familyOf(`next before ${side}`),
  sector: familyOf(`${side} sector`),
  is: familyOf(`${side} is`),
  preposition: familyOf(`preposition of ${side}`),
  before: familyOf(`states before ${side}`),
});
const SIDES = { source: sideFamilies("source"), target: sideFamilies("target") };

/** So many words on both sides of a name are near it. */
const NEAR = 4;

/** Tells a sink of one side what counts whoever the other is: the words around it, and who it is. */
export function tellSide(view: PairView, mention: Mention, side: "source" | "target", sink: PairSink): void {
  const { stems, edge, states, sentence } = view;
  const { from, to, preposition } = mention;
  const families = SIDES[side];
  sink.add(families.nextBehind, numberOf(stems[to] ?? edge));
  sink.add(families.nextBefore, numberOf(stems[from - 1] ?? edge));
  for (let step = 0; step < NEAR; step++) {
    const [behind, before] = [stems[to + step] ?? -1, stems[from - 1 - step] ?? -1];
    if (behind >= 0) sink.add(families.nearBehind, behind);
    if (before >= 0) sink.add(families.nearBefore, before);
  }
  sink.add(families.sector, sectorNumber(sentence.language.sectors, mention));
  if (mention.isOwner) sink.add(families.is, 0);
  if (mention.isAttributive) sink.add(families.is, 1);
  if (sentence.tokens.flags[from]! & QUOTED) sink.add(families.is, 2);
  if (sentence.asideAt !== null && sentence.asideAt[from]! > 0) sink.add(families.is, 3);
  for (let bit = 0, left = preposition; left > 0; bit++, left >>= 1)
    if (left & 1) sink.add(families.preposition, bit);
  let before = 0;
  while (before < 3 && before < states.length && states[before]!.from < from) before += 1;
  sink.add(families.before, before);
}

/** Counted from 1; 0 where nothing says it. */
const sectorNumber = (sectors: readonly string[], { sector }: Mention): number =>
  sector === null ? 0 : sectors.indexOf(sector) + 1;

const JOINED = familyOf("joined");

/** Tells a sink what counts for one pair alone. */
export function tellPair(view: PairView, pair: CountryPair, sink: PairSink): void {
  const { source, target } = pair;
  const order = source.from < target.from ? 0 : 1;
  const [first, last] = order === 0 ? [source, target] : [target, source];
  if (source.group === target.group) sink.add(JOINED, 1);
  tellBetween(view, first.to, last.from, order, sink);
  tellClasses(view, first, last, order, sink);
  tellModals(view, first, last, sink);
  tellRules(pair, view.told, sink);
}

const BETWEEN = familyOf("word between", "in order");
const DISTANCE = familyOf("distance");
const STATES_BETWEEN = familyOf("states between", "in order");

function tellBetween(view: PairView, from: number, to: number, order: number, sink: PairSink): void {
  const { stems } = view;
  for (let at = from; at < to; at++) if (stems[at]! >= 0) sink.add(BETWEEN + order, stems[at]!);
  sink.add(DISTANCE, distanceStep(to - from));
  sink.add(STATES_BETWEEN + order, Math.min(3, statesBetween(view, from, to)));
}

const STEPS = [0, 1, 3, 6, 10, 16] as const;

/** Words between two names, in steps. */
function distanceStep(words: number): number {
  let step = 0;
  while (step < STEPS.length && words > STEPS[step]!) step += 1;
  return step;
}

const CLASS_BEFORE = familyOf("class before", "in order");
const CLASS_BETWEEN = familyOf("class between", "in order");
const CLASS_AFTER = familyOf("class after", "in order");
const FIRST_VERB = familyOf("first verb between", "in order");

/** What the dictionary has of verbs and nouns before, between and after the two. */
function tellClasses(
  { classes, sentence: { language } }: PairView,
  first: Mention,
  last: Mention,
  order: number,
  sink: PairSink,
): void {
  let verbAt = -1;
  for (let one = 0; one < classes.length; one += 2) {
    const [at, id] = [classes[one]!, classes[one + 1]!];
    const isBetween = at >= first.to && at < last.from;
    sink.add((at < first.from ? CLASS_BEFORE : isBetween ? CLASS_BETWEEN : CLASS_AFTER) + order, id);
    if (!isBetween || id >= language.bases.noun || (verbAt >= 0 && verbAt < at)) continue;
    sink.add(FIRST_VERB + order, id);
    verbAt = at;
  }
}

const MODAL = ["modal before", "modal between", "modal after"].map((name) => familyOf(name));

function tellModals({ modals }: PairView, first: Mention, last: Mention, sink: PairSink): void {
  if (modals.length === 0) return;
  let [before, between, after] = [0, 0, 0];
  for (let one = 0; one < modals.length; one += 2) {
    const at = modals[one]!;
    if (at < first.from) before |= modals[one + 1]!;
    else if (at >= first.to && at < last.from) between |= modals[one + 1]!;
    else after |= modals[one + 1]!;
  }
  for (let one = 0; one < MODALS.length; one++) {
    if (before & MODALS[one]!) sink.add(MODAL[0]!, one);
    if (between & MODALS[one]!) sink.add(MODAL[1]!, one);
    if (after & MODALS[one]!) sink.add(MODAL[2]!, one);
  }
}
