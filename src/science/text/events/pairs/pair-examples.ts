import { findEvents } from "../code-sentence.ts";
import type { CodedEvent } from "../coded-event.ts";
import { stemOf } from "../event-features.ts";
import type { EventLanguage } from "../event-language.ts";
import { readSentence } from "../read-sentence.ts";
import { countryPairs, type CountryPair } from "./country-pairs.ts";
import { featureNumber, type PairExample } from "./fit-pairs.ts";
import { PAIR_CLASSES } from "./pair-weights.ts";
import { pairView, type PairSink } from "./pair-view.ts";
import { tellPair, tellSentence, tellSide } from "./tell-pair.ts";

/** What a sentence tells, as somebody coded it. */
export interface WantedEvent {
  readonly source: { readonly country: string };
  readonly target: { readonly country: string };
  readonly root: string;
  /** Both sides do it, and their order means nothing. */
  readonly reciprocal?: boolean;
}

/** Stems by the numbers they were given when first seen; 0 is none. */
export type GrowingStems = Map<string, number>;

/** Every ordered pair of states of a sentence as an example, labelled by what the sentence tells. */
export function pairExamples(
  language: EventLanguage,
  { text, date, events }: { text: string; date: string; events: readonly WantedEvent[] },
  stems: GrowingStems,
): PairExample[] {
  const sentence = readSentence(language, text);
  const told = findEvents(sentence, date);
  const view = pairView(sentence, told, ({ lower }) => numberOf(stems, stemOf(lower)));
  return countryPairs(sentence, told.events).map((pair) => {
    const features: number[] = [];
    const sink: PairSink = {
      add: (family, value) => features.push(featureNumber(family, value)),
    };
    tellSentence(view, sink);
    tellSide(view, pair.source, "source", sink);
    tellSide(view, pair.target, "target", sink);
    tellPair(view, pair, sink);
    return { features, label: labelOf(pair, told.events, events) };
  });
}

function numberOf(stems: GrowingStems, stem: string): number {
  const number = stems.get(stem) ?? stems.size + 1;
  stems.set(stem, number);
  return number;
}

/** The place in PAIR_CLASSES of what a pair does: of several roots the one the rules tell. What both do belongs to the pair that the rules tell, or else to the one whose source stands first. */
function labelOf(
  { doer, other, source, target, told }: CountryPair,
  events: readonly CodedEvent[],
  wanted: readonly WantedEvent[],
): number {
  const isPair = (event: WantedEvent, from: string, to: string) =>
    event.source.country === from && event.target.country === to;
  const found = wanted.filter(
    (one) => isPair(one, doer, other) || (one.reciprocal === true && isPair(one, other, doer)),
  );
  const event = found.find(({ root }) => root === told?.root) ?? found[0];
  if (!event) return 0;
  const isReverse = events.some((one) => one.source.country === other && one.target.country === doer);
  if (event.reciprocal && !told && (isReverse || source.from > target.from)) return 0;
  return Math.max(0, PAIR_CLASSES.indexOf(event.root));
}
