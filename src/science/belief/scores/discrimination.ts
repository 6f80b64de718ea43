import type { Forecast } from "./forecast.ts";

/**
 * P(an event was given more than a non-event), ties counting half: the area under the ROC curve. Null where all
 * outcomes are equal. Mann & Whitney 1947. An outcome of ½ is half an event.
 */
export function areaUnderRoc(forecasts: readonly Forecast[]): number | null {
  const sorted = forecasts.toSorted((a, b) => a.p - b.p);
  let [events, quiet, won] = [0, 0, 0];
  for (let from = 0; from < sorted.length;) {
    let [tiedEvents, tiedQuiet, to] = [0, 0, from];
    for (; to < sorted.length && sorted[to]!.p === sorted[from]!.p; to++) {
      tiedEvents += sorted[to]!.outcome;
      tiedQuiet += 1 - sorted[to]!.outcome;
    }
    won += tiedEvents * (quiet + tiedQuiet / 2);
    [events, quiet, from] = [events + tiedEvents, quiet + tiedQuiet, to];
  }
  return events > 0 && quiet > 0 ? won / (events * quiet) : null;
}
