import type { WatchReply } from "../../src/api/contract.ts";
import type { Assessment } from "#model/assessment.ts";
import { count, longDay, span } from "./dates.ts";
import { share } from "./probability.ts";

/** What limits the picture, as sentences, weightiest first. */
export function unknowns(assessment: Assessment, watch: WatchReply): string[] {
  const { indicators, inputs, asOf, method } = assessment;
  const blind = indicators.filter(({ level }) => level === "unknown").length;
  const ends = watch.record
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const unchecked = inputs.observations > 0 ? inputs.awaitingSource / inputs.observations : 0;
  return [
    blind > 0 ? `${blind} of ${count(indicators.length, "indicator")} cannot be observed now.` : "",
    unchecked > 0 ? `${share(unchecked)} of the observations are not yet checked against a source.` : "",
    ends && ends < asOf ? `The record ends on ${longDay(ends)}, ${span(ends, asOf)} before this day.` : "",
    growthSentence(watch),
    method.temper < 1 ? "The interval was widened: few parameter draws fit what was seen." : "",
  ].filter(Boolean);
}

function growthSentence({ reportingGrowth: { factor, low, high } }: WatchReply): string {
  return `Reporting grew about ${factor}-fold (${low}–${high}) over the record; every interval carries that doubt.`;
}
