import { filterMonths, priorState, weigh } from "./filter.ts";
import { dot } from "./passage-curve.ts";
import type { OutlookBasis } from "./outlook-basis.ts";
import { rulePassage, ruleReading } from "./rule-passage.ts";
import type { ScenarioModel } from "./scenario-model.ts";
import { compileTransition } from "./transition.ts";

/** What would be asked: extra evidence in the last month, and other values of ε. */
export interface WhatIf {
  readonly evidence?: readonly {
    readonly scenario: number;
    readonly logLikelihood: readonly [number, number, number];
  }[];
  readonly epsilon?: readonly {
    readonly scenario: number;
    readonly gate: number;
    readonly epsilon: number;
  }[];
}

export interface Outlook {
  readonly scenarios: readonly {
    /** P(dormant), P(building) and P(critical) by the rule's reading of the last month. */
    readonly states: readonly [number, number, number];
    /** P(critical now or within so many months). */
    readonly within: (months: number) => number;
  }[];
}

/** Filters the basis again under a what-if: milliseconds for a decade of months and four scenarios. */
export function outlook(
  { model, months, evidence, rules, horizonMonths }: OutlookBasis,
  whatIf: WhatIf = {},
): Outlook {
  const asked = withEpsilon(model, whatIf.epsilon ?? []);
  const transition = compileTransition(asked);
  const path = filterMonths(transition, priorState(asked, transition.states), evidence, months);
  const alpha = (path.at(-1) ?? priorState(asked, transition.states)).alpha.slice();
  if (whatIf.evidence) weigh(alpha, extraEvidence(whatIf.evidence, model.scenarios.length));
  return {
    scenarios: rules.map((rule, k) => {
      const [dormant, building, critical] = ruleReading(transition.states, k, rule);
      return {
        states: [dot(dormant!, alpha), dot(building!, alpha), dot(critical!, alpha)],
        within: (ahead) =>
          dot(rulePassage(transition, k, rule, Math.min(ahead, horizonMonths)).at(-1)!, alpha),
      };
    }),
  };
}

function withEpsilon(model: ScenarioModel, changes: NonNullable<WhatIf["epsilon"]>): ScenarioModel {
  const epsilonOf = (k: number, g: number, elicited: number): number =>
    changes.find((change) => change.scenario === k && change.gate === g)?.epsilon ?? elicited;
  return {
    scenarios: model.scenarios.map((scenario, k) => ({
      ...scenario,
      gates: scenario.gates.map((gate, g) => ({ ...gate, epsilon: epsilonOf(k, g, gate.epsilon) })),
    })),
  };
}

function extraEvidence(evidence: NonNullable<WhatIf["evidence"]>, scenarios: number): Float64Array {
  const logLikelihood = new Float64Array(scenarios * 3);
  for (const { scenario, logLikelihood: added } of evidence) {
    for (let s = 0; s < 3; s++) logLikelihood[scenario * 3 + s]! += added[s]!;
  }
  return logLikelihood;
}
