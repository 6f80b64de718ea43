import { eventOf, type CodedEvent } from "../coded-event.ts";
import type { ReadSentence } from "../event-language.ts";
import { softmax } from "../linear-model.ts";
import { overruled } from "../weigh-event.ts";
import type { Root } from "../../plover/plover.ts";
import { countryPairs, type CountryPair } from "./country-pairs.ts";
import { PAIR_CLASSES, type PairWeights } from "./pair-weights.ts";
import { pairView, type PairView, type Told } from "./pair-view.ts";
import { tellPair, tellSentence, tellSide } from "./tell-pair.ts";
import { tellingWord } from "./telling-word.ts";

/** The events of a sentence after the weights were asked of every ordered pair of its states: they keep, turn or drop what the rules tell, and add what these missed. */
export function weighPairs(sentence: ReadSentence, told: Told, weights: PairWeights): CodedEvent[] {
  const pairs = countryPairs(sentence, told.events);
  const events: CodedEvent[] = [];
  if (pairs.length === 0) return events;
  const view = pairView(sentence, told, weights.stemNumber);
  const { sums, sink } = weights.scores;
  sums.set(weights.bias);
  tellSentence(view, sink);
  const common = sums.slice();
  for (const pair of pairs) {
    sums.set(common);
    tellSide(view, pair.source, "source", sink);
    tellSide(view, pair.target, "target", sink);
    tellPair(view, pair, sink);
    addSure(events, view, pair, weights);
  }
  return events;
}

/** Adds what is likely enough of a pair that was added up: its likeliest root, and what else the rules tell of it. */
function addSure(events: CodedEvent[], view: PairView, pair: CountryPair, weights: PairWeights): void {
  const { sums } = weights.scores;
  const best = bestOf(sums);
  const { bound, temperature } = weights;
  if (sums[best]! - sums[0]! < 100 * temperature * Math.log(bound / (1 - bound))) return;
  const p = softmax(new Float64Array(sums), 100 * temperature);
  if (p[best]! < bound) return;
  const root = PAIR_CLASSES[best] as Root;
  events.push(likeliest(view, pair, weights, root, p[best]!));
  for (const event of view.told.events) {
    if (event === pair.told || event.root === root || !isOf(event, pair)) continue;
    const confidence = p[PAIR_CLASSES.indexOf(event.root)]!;
    if (confidence >= bound) events.push({ ...event, confidence });
  }
}

/** The likeliest root's place. */
function bestOf(scores: Int32Array): number {
  let best = 1;
  for (let one = 2; one < scores.length; one++) if (scores[one]! > scores[best]!) best = one;
  return best;
}

const isOf = ({ source, target }: CodedEvent, { doer, other }: CountryPair): boolean =>
  source.country === doer && target.country === other;

/** What the rules tell of a pair with the likeliest root, or an event of its own that rests on the most telling word. */
function likeliest(
  view: PairView,
  pair: CountryPair,
  weights: PairWeights,
  root: Root,
  confidence: number,
): CodedEvent {
  if (pair.told?.root === root) return { ...pair.told, confidence };
  if (pair.told) return overruled(pair.told, root, confidence);
  const [from, to] = tellingWord(view, pair, weights, PAIR_CLASSES.indexOf(root));
  const ground = { from, to, rule: { id: "weights", root, mode: null } };
  return { ...eventOf(view.sentence, ground, "active", root, pair.source, pair.target, null), confidence };
}
