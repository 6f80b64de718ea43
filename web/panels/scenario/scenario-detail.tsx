import { type ReactNode, useMemo } from "react";
import type { WatchReply } from "../../../src/api/contract.ts";
import type { Assessment, PathPoint } from "#model/assessment.ts";
import { strongestObservations } from "#model/strongest-observations.ts";
import { useExplain } from "../../api/queries.ts";
import { PathChart, type PathEvent } from "../../charts/path-chart.tsx";
import { changeSince } from "../../words/change.ts";
import { countedSentence, crossingSentence } from "../../words/crossing.ts";
import { percent } from "../../words/probability.ts";
import { Drivers } from "./drivers.tsx";
import { MovedBy } from "./moved-by.tsx";
import { Probability } from "./probability.tsx";
import { StateBar } from "./state-bar.tsx";

interface ScenarioDetailProps {
  readonly watch: WatchReply;
  readonly assessment: Assessment;
  readonly id: string;
  /** The crossing chart, which a supposition may redraw. */
  readonly children: ReactNode;
}

/** One scenario in full: what it means, how it stands, how it came here, and when it may cross. */
export function ScenarioDetail({ watch, assessment, id, children }: ScenarioDetailProps) {
  const scenario = assessment.scenarios.find((one) => one.id === id)!;
  const definition = watch.scenarios.find((one) => one.id === id)!;
  const events = useEvents(id, scenario.path ?? []);
  return (
    <section className="panel stack">
      <h2>{scenario.name}</h2>
      <p>{definition.statement}</p>
      <p className="quiet">Critical means: {definition.criticalPoint}</p>
      <div>
        <Probability scenario={scenario} size="large" />
        <p className="quiet">{changeSince(scenario.path ?? [], assessment.asOf, scenario.p)}</p>
      </div>
      <StateBar states={scenario.states} />
      <h3>How it was judged</h3>
      {scenario.path && scenario.path.length > 1 && (
        <PathChart scenario={scenario} path={scenario.path} height={200} events={events} />
      )}
      <h3>{scenario.easing ? "Critical now, or by when" : "When the critical point is reached"}</h3>
      <p>
        {crossingSentence(scenario, assessment.asOf)} {percent(scenario.crossing.p30)} now or within 30 days,{" "}
        {percent(scenario.crossing.p90)} within 90, {percent(scenario.crossing.p365)} within a year.{" "}
        {countedSentence(scenario.counted)}
      </p>
      {children}
      <MovedBy cases={strongestObservations(scenario.drivers).slice(0, 6)} />
      <Drivers drivers={scenario.drivers} />
    </section>
  );
}

/** How many observations are worth a tick. */
const TICKS = 60;

/** The observations that moved the scenario most, on the day they became known, as far back as the path goes. */
function useEvents(id: string, path: readonly PathPoint[]): readonly PathEvent[] {
  const { data } = useExplain(id);
  const start = path[0]?.month ?? "";
  return useMemo(() => {
    const moved = (data?.contributions ?? [])
      .flatMap(({ observations }) => observations)
      .filter(({ observation }) => observation.knownAt >= start)
      .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
    return moved
      .slice(0, TICKS)
      .map(({ observation: { knownAt, claim } }) => ({ on: knownAt, label: claim }));
  }, [data, start]);
}
