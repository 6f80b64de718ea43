import { lazy, Suspense } from "react";
import { useAssessment, useWatch } from "../api/queries.ts";
import { ActiveWarnings } from "../panels/warning/active-warnings.tsx";
import { LatestBrief } from "../panels/brief/latest-brief.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { ScenarioCard } from "../panels/scenario/scenario-card.tsx";
import { Unknowns } from "../panels/unknowns.tsx";
import "./watch.css";

const ObservationMap = lazy(async () => ({
  default: (await import("../map/observation-map.tsx")).ObservationMap,
}));

/** Home: the scenarios, what is being warned of, what was last told, what is unknown, and where things happened. */
export function WatchPage() {
  const { data: watch } = useWatch();
  return (
    <Loaded query={useAssessment()} lines={12}>
      {(assessment) => (
        <>
          {watch && <p className="quiet lead">{watch.question}</p>}
          <div className="scenario-cards">
            {assessment.scenarios.map((scenario) => (
              <ScenarioCard key={scenario.id} scenario={scenario} asOf={assessment.asOf} />
            ))}
          </div>
          <div className="watch-panels">
            <ActiveWarnings assessment={assessment} />
            <LatestBrief />
            {watch && <Unknowns assessment={assessment} watch={watch} />}
          </div>
          <Suspense fallback={<Pending lines={4} />}>
            <ObservationMap asOf={assessment.asOf} />
          </Suspense>
        </>
      )}
    </Loaded>
  );
}
