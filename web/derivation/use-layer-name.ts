import type { Layer } from "../address/address.ts";
import { useAssessment, useObservation } from "../api/queries.ts";
import { interval } from "#model/percent.ts";
import { percent } from "../words/probability.ts";

/** A layer in one line, for the stack below the open one. */
export function useLayerName({ kind, id }: Layer): string {
  const { data } = useAssessment();
  const { data: told } = useObservation(kind === "observation" ? id : null);
  if (kind === "scenario") {
    const scenario = data?.scenarios.find((one) => one.id === id);
    return scenario
      ? `${scenario.name}: ${percent(scenario.p)} (${interval(scenario.low, scenario.high)})`
      : id;
  }
  if (kind === "indicator") return data?.indicators.find((one) => one.id === id)?.statement ?? id;
  return told?.observation.claim ?? id;
}
