import { useEffect, useRef } from "react";
import type { WarningsReply } from "../../../src/api/contract.ts";
import type { ScenarioAssessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import { openLayer } from "../../address/use-address.ts";
import { useAssessment } from "../../api/queries.ts";
import { expectedText } from "../../words/crossing.ts";
import { longDay } from "../../words/dates.ts";
import { percent } from "../../words/probability.ts";
import { Acknowledgements } from "./acknowledgements.tsx";
import { ClientsTold } from "./clients-told.tsx";
import { MovedBy } from "../scenario/moved-by.tsx";
import { WarningStateMark } from "./warning-state-mark.tsx";
import { WarningSteps } from "./warning-steps.tsx";
import "./warning-card.css";

type Told = WarningsReply["warnings"][number];

interface WarningCardProps {
  readonly warning: Told;
  /** None while the assessment is being fetched. */
  readonly scenario: ScenarioAssessment | undefined;
  readonly asOf: Day;
  readonly isChosen: boolean;
}

/** A warning in full: when, how it got here, what moved it, what would change it, and who has seen it. */
export function WarningCard({ warning, scenario, asOf, isChosen }: WarningCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: "start" });
  }, [isChosen]);
  return (
    <article className="panel warning-card" ref={card} data-chosen={isChosen || undefined}>
      <header className="row">
        <WarningStateMark state={warning.state} />
        <h2>{scenario?.name ?? warning.scenario}</h2>
        <span className="quiet">
          open since {longDay(warning.openedOn)}, last changed {longDay(warning.changedOn)}
        </span>
      </header>
      <p className="warning-when">
        {expectedText(warning, asOf, scenario)}.{" "}
        <button
          type="button"
          className="text-button"
          data-item
          onClick={() => openLayer({ kind: "scenario", id: warning.scenario })}
        >
          {percent(warning.signal)} now or within 90 days, {percent(warning.withinYear)} within a year
        </button>
      </p>
      <div className="warning-columns">
        <WarningSteps steps={warning.steps} />
        <Levers warning={warning} />
        <div className="stack">
          <Acknowledgements warning={warning.id} given={warning.acknowledgements} />
          <ClientsTold notices={warning.notices} />
        </div>
      </div>
    </article>
  );
}

/** What moved it, what would lower it, and what would decide it. */
function Levers({ warning: { movedBy, wouldLower, wouldDecide } }: { readonly warning: Told }) {
  return (
    <section className="stack">
      {movedBy.length > 0 && <MovedBy cases={movedBy} />}
      {wouldLower.length > 0 && <Indicators title="Would fall if these fell" ids={wouldLower} />}
      {wouldDecide && <Indicators title="Unknown, and would move it most" ids={[wouldDecide]} />}
    </section>
  );
}

function Indicators({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const { data } = useAssessment();
  return (
    <div>
      <h3 className="label">{title}</h3>
      <ul className="levers">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="text-button"
              data-item
              onClick={() => openLayer({ kind: "indicator", id })}
            >
              {data?.indicators.find((one) => one.id === id)?.statement ?? id}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
