import type { ScenarioAssessment } from "#model/assessment.ts";
import { strongestObservations } from "#model/strongest-observations.ts";
import type { Day } from "#model/day.ts";
import { Link } from "../../address/link.tsx";
import { PathChart } from "../../charts/path-chart.tsx";
import { changeSince } from "../../words/change.ts";
import { countedSentence, crossingSentence } from "../../words/crossing.ts";
import { share } from "../../words/probability.ts";
import { MovedBy } from "./moved-by.tsx";
import { Probability } from "./probability.tsx";
import "./scenario-card.css";

interface ScenarioCardProps {
  readonly scenario: ScenarioAssessment;
  readonly asOf: Day;
}

/** One scenario at a glance: how likely, since when, when next, what moved it, and how clear the picture is. */
export function ScenarioCard({ scenario, asOf }: ScenarioCardProps) {
  const path = scenario.path ?? [];
  return (
    <article className="panel scenario-card">
      <h2>
        <Link to="/scenarios" params={{ scenario: scenario.id }}>
          {scenario.name}
        </Link>
      </h2>
      <div>
        <Probability scenario={scenario} size="large" />
        <p className="quiet">{changeSince(path, asOf, scenario.p) ?? "no earlier judgement"}</p>
      </div>
      <p>{crossingSentence(scenario, asOf)}</p>
      {path.length > 1 && <PathChart scenario={scenario} path={path} />}
      <p className="small">{countedSentence(scenario.counted)}</p>
      <MovedBy cases={strongestObservations([scenario]).slice(0, 3)} />
      <Clarity scenario={scenario} />
    </article>
  );
}

/** How well the picture is known; never mixed with how likely it is. */
function Clarity({ scenario: { clarity, observedShare } }: { readonly scenario: ScenarioAssessment }) {
  return (
    <p className="clarity">
      <span className="label">Clarity</span> <strong>{clarity}</strong>
      <span className="small">
        {" "}
        {share(observedShare)} of its indicators could be observed in the past year
      </span>
    </p>
  );
}
