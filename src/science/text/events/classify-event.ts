import type { EventLanguage } from "./event-language.ts";
import { readSentence } from "./read-sentence.ts";
import { findTriggers } from "./find-triggers.ts";
import { eventFeatures, tellFeatures, type TokenSpan } from "./event-features.ts";
import { explainedTold, type LinearModel } from "./linear-model.ts";
import { quadOf, type Quad, type Root } from "../plover/plover.ts";
import type { Tokens } from "./token.ts";

/** What an event between two named sides is. */
export interface Classified {
  readonly root: Root;
  readonly quad: Quad;
  readonly confidence: number;
  /** The features that spoke most for it. */
  readonly because: readonly string[];
}

/** The features of a sentence for an event between two of its phrases; a phrase that is not in it has no place. */
export function featuresBetween(
  language: EventLanguage,
  text: string,
  source: string,
  target: string,
): string[] {
  const { sentence, triggers, sides } = readBetween(language, text, source, target);
  return eventFeatures(sentence, triggers, ...sides);
}

function readBetween(language: EventLanguage, text: string, source: string, target: string) {
  const sentence = readSentence(language, text);
  const first = spanOf(sentence.tokens, source);
  const sides = [first, spanOf(sentence.tokens, target, first)] as const;
  return { sentence, triggers: findTriggers(sentence), sides };
}

/** The root of the event a sentence tells between two of its phrases. */
export function classifyEvent(
  language: EventLanguage,
  model: LinearModel,
  text: string,
  source: string,
  target: string,
): Classified {
  const { sentence, triggers, sides } = readBetween(language, text, source, target);
  const { p, strongest } = explainedTold(model, (sink) => tellFeatures(sentence, triggers, ...sides, sink));
  const root = model.classes[p.indexOf(Math.max(...p))]! as Root;
  return {
    root,
    quad: likeliestQuad(model, p),
    confidence: p[model.classes.indexOf(root)]!,
    because: strongest(root, 5),
  };
}

/** The quad class with the most probability over its roots. */
function likeliestQuad({ classes }: LinearModel, p: Float64Array): Quad {
  const sums = [0, 0, 0, 0, 0];
  classes.forEach((name, at) => (sums[quadOf(name as Root)]! += p[at]!));
  return sums.indexOf(Math.max(...sums)) as Quad;
}

/** The tokens of a phrase where it first stands, not within another span if it can be helped. */
function spanOf({ text, start, end, count }: Tokens, phrase: string, other?: TokenSpan): TokenSpan {
  const wanted = phrase.trim();
  let at = wanted === "" ? -1 : text.indexOf(wanted);
  if (other && other.from >= 0 && at >= start[other.from]! && at < end[other.to - 1]!) {
    const next = text.indexOf(wanted, end[other.to - 1]);
    at = next >= 0 ? next : at;
  }
  if (at < 0) return { from: -1, to: -1 };
  let from = 0;
  while (from < count && end[from]! <= at) from += 1;
  let to = from;
  while (to < count && start[to]! < at + wanted.length) to += 1;
  return { from, to };
}
