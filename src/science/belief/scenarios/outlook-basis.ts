import type { RuleOutlook } from "./rule-passage.ts";
import type { ScenarioModel } from "./scenario-model.ts";

/** Everything a forecast depends on, as plain numbers: it can be sent to a browser and computed there. */
export interface OutlookBasis {
  readonly model: ScenarioModel;
  /** Months filtered, the last one may be partial. */
  readonly months: number;
  /** Log-likelihoods [month][scenario][state], row-major; unobserved is 0. */
  readonly evidence: readonly number[];
  /** How each scenario's rule stands at the end of the last month. */
  readonly rules: readonly RuleOutlook[];
  readonly horizonMonths: number;
}
