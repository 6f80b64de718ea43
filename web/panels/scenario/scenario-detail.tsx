import { type ReactNode, useMemo } from "react";
import type { WatchReply } from "../../../src/api/contract.ts";
import type { Assessment, PathPoint } from "#model/assessment.ts";
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
  const moved = useMoved(id);
  const events = useMemo(() => eventsOf(moved, scenario.path ?? []), [moved, scenario.path]);
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
      <h3>{scenario.easing ? "Judged critical, and until when" : "When the critical point is reached"}</h3>
      <p>
        {crossingSentence(scenario, assessment.asOf)} {percent(scenario.crossing.p30)} now or within 30 days,{" "}
        {percent(scenario.crossing.p90)} within 90, {percent(scenario.crossing.p365)} within a year.{" "}
        {countedSentence(scenario.counted)}
      </p>
      {children}
      {moved.length > 0 && (
        <MovedBy
          cases={moved.slice(0, LINES).map(({ observation, logOdds }) => ({ id: observation.id, logOdds }))}
        />
      )}
      <Drivers drivers={scenario.drivers} />
    </section>
  );
}

/** How many observations are worth a tick, and how many a line. */
const [TICKS, LINES] = [60, 6];

/** The observations that moved the scenario, each once, the strongest first; none until they are told. */
function useMoved(id: string) {
  const { data } = useExplain(id);
  return useMemo(() => {
    const all = (data?.contributions ?? []).flatMap(({ observations }) => observations);
    const byId = new Map(all.map((one) => [one.observation.id, one]));
    return [...byId.values()].sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  }, [data]);
}

/** Those that became known as far back as the path goes, on that day. */
function eventsOf(moved: ReturnType<typeof useMoved>, path: readonly PathPoint[]): readonly PathEvent[] {
  const start = path[0]?.month ?? "";
  return moved
    .filter(({ observation }) => observation.knownAt >= start)
    .slice(0, TICKS)
    .map(({ observation: { knownAt, claim } }) => ({ on: knownAt, label: claim }));
}
