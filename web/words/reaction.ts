import type { ReactionReply } from "../../src/api/contract.ts";
import { count } from "./dates.ts";

export type Analysis = NonNullable<ReactionReply["analysis"]>;
export type Direction = Analysis["directions"][number];

/** A number of reactions with its 90 % interval, never alone: `0.45 (0.05–0.89)`. */
export function excitation({ excitation: value, low, high }: Direction): string {
  return `${value.toFixed(2)} (${low === null ? "?" : low.toFixed(2)}–${high === null ? "no bound" : high.toFixed(2)})`;
}

/** Whether the fit would grow without end, so that its numbers say nothing about reaction. */
export const isExplosive = ({ spectralRadius }: Analysis) => spectralRadius >= 1;

/** What one direction shows, as a sentence; `name` gives the name of a bloc. */
export function verdict(direction: Direction, analysis: Analysis, name: (bloc: string) => string): string {
  const way = `acts of ${name(direction.to)} follow acts of ${name(direction.from)}`;
  if (isExplosive(analysis)) {
    return `It cannot be told whether ${way}: the record grows over its span, and growth looks the same.`;
  }
  switch (direction.verdict) {
    case "shown":
      return `More ${way} than by chance, also once slow drifts are allowed for: ${excitation(direction)} for each.`;
    case "driver":
      return `It cannot be told whether ${way}: they do by ${excitation(direction)} for each if the pace of both was steady, but a slow drift that both share explains as much.`;
    case "small":
      return `It is not shown that ${way}, and as much as one in ten is excluded: ${excitation(direction)} for each.`;
    case "cannot-tell":
      return `It cannot be told whether ${way}: ${excitation(direction)} for each is within what chance gives.`;
  }
}

/** A time as long as it is useful to say: `4 years`. */
export function duration(days: number): string {
  if (days < 60) return count(Math.round(days), "day");
  return days < 730 ? count(Math.round(days / 30.44), "month") : count(Math.round(days / 365.25), "year");
}
