import type { Bearing } from "#model/indicator.ts";
import type { Evidence } from "#science/belief/index.ts";
import { countEvidence, rateEvidence } from "./count-evidence.ts";
import type { Known } from "../reading/known.ts";
import type { Measured } from "../reading/measured.ts";
import { shareEvidence } from "./share-evidence.ts";
import { tierEvidence } from "./tier-evidence.ts";

/** What an indicator says about one scenario, month by month; null when it carries no evidence of its own. */
export function evidenceOf(
  measured: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence | null {
  switch (measured.indicator.measure.type) {
    case "count":
      return countEvidence(measured, bearing, scenario, known);
    case "rate":
      return rateEvidence(measured, bearing, scenario, known);
    case "tier":
      return tierEvidence(measured, bearing, scenario, known);
    case "share":
      return shareEvidence(measured, bearing, scenario, known);
    case "lead":
    case "lag":
      return null;
  }
}
