import type { ExplainReply } from "../../src/api/contract.ts";
import { openLayer } from "../address/use-address.ts";
import { useAssessment, useExplain } from "../api/queries.ts";
import { Loaded } from "../panels/loaded.tsx";
import { ShiftBar } from "../panels/scenario/shift-bar.tsx";
import { interval } from "#model/percent.ts";
import { oddsFactor, percent, signed } from "../words/probability.ts";
import { withoutIt } from "../words/without-it.ts";
import "./scenario-layer.css";

/** A forecast as the sum of what each indicator says: from the number without indicators to the number with them. */
export function ScenarioLayer({ id }: { readonly id: string }) {
  const { data } = useAssessment();
  const scenario = data?.scenarios.find((one) => one.id === id);
  return (
    <>
      <h2>{scenario?.name ?? id}</h2>
      {scenario && (
        <p>
          <strong>{percent(scenario.p)}</strong> ({interval(scenario.low, scenario.high)}) {scenario.words};
          clarity {scenario.clarity}
        </p>
      )}
      <Loaded query={useExplain(id)} lines={8}>
        {(explained) => <Contributions explained={explained} />}
      </Loaded>
    </>
  );
}

function Contributions({ explained }: { readonly explained: ExplainReply }) {
  const { prior, p, contributions } = explained;
  const widest = Math.max(...contributions.map(({ shapley }) => Math.abs(shapley)), 0.01);
  const total = contributions.reduce((sum, { shapley }) => sum + shapley, 0);
  return (
    <>
      <p className="quiet">
        Critical now or within 90 days: {percent(prior)} by the count of its rule alone, {percent(p)} with the
        indicators: the shares below add up to {signed(total, 2)} in log-odds.
      </p>
      <ol className="contributions">
        {contributions.map(({ indicator, statement, level, shapley, leaveOneOut, observations }) => (
          <li key={indicator}>
            <button
              type="button"
              className="contribution"
              data-item
              onClick={() => openLayer({ kind: "indicator", id: indicator }, { onTop: true })}
            >
              <span className="contribution-statement">{statement}</span>
              <ShiftBar logOdds={shapley} widest={widest} />
              <span className="contribution-number">{signed(shapley, 2)}</span>
              <span className="small contribution-note">
                level {level}; {oddsFactor(shapley)}; {percent(withoutIt(p, leaveOneOut))} without it;{" "}
                {observations.length} obs.
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
