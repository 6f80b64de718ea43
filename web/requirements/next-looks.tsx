import type { CollectionPlanReply } from "../../src/api/contract.ts";
import type { Scenario } from "#model/scenario.ts";
import { Chart } from "../charts/chart.tsx";
import { MoveLine } from "../panels/scenario/move-line.tsx";
import { count } from "../words/dates.ts";
import { levelName } from "../words/level.ts";
import { inPoints, percent, quietOrHigh, share } from "../words/probability.ts";
import { WorthBar } from "./worth-bar.tsx";

type Look = CollectionPlanReply["looks"][number];

/** Of what to look at next so many are drawn; the table has them all. */
const DRAWN = 10;

interface NextLooksProps {
  readonly looks: readonly Look[];
  readonly scenarios: readonly Scenario[];
}

/** The indicators at which looking would move a forecast most. */
export function NextLooks({ looks, scenarios }: NextLooksProps) {
  const [first] = looks;
  if (!first) return <p className="panel quiet">No indicator of this watch bears on a scenario.</p>;
  const nameOf = (id: string) => scenarios.find((one) => one.id === id)?.name ?? id;
  const widest = Math.max(...looks.map(({ moves }) => moves[0]!.expectedMove));
  return (
    <section className="panel stack">
      <h2>What would tell most</h2>
      <p>{gapsSentence(looks)}</p>
      <Chart
        name="collection-plan"
        caption={`The full bar is a whole window of looking, the dark part what nobody has looked at by now: how far the forecast would move on average. ${looks.length > DRAWN ? `${looks.length - DRAWN} more would tell less; the table has them.` : ""}`}
        source="the elicited likelihood ratios of each indicator, and the days that the record and collectors cover"
        alt={`What to look at next: ${looks.map((look) => lookSentence(look, nameOf)).join(" ")}`}
        table={tableOf(looks, nameOf)}
        isInteractive
        isSvg={false}
      >
        <ol className="moves">
          {looks.slice(0, DRAWN).map((look) => (
            <MoveLine
              key={look.indicator}
              indicator={look.indicator}
              statement={look.statement}
              level={look.level}
              bar={<WorthBar worth={look.worth / widest} whole={look.moves[0]!.expectedMove / widest} />}
            >
              {moveSentence(look, nameOf)}
            </MoveLine>
          ))}
        </ol>
      </Chart>
    </section>
  );
}

function gapsSentence(looks: readonly Look[]): string {
  const unknown = looks.filter(({ level }) => level === "unknown").length;
  const thin = looks.filter(({ level, unseen }) => level !== "unknown" && unseen > 0.5).length;
  return `Of ${count(looks.length, "indicator")}, ${unknown} are unknown, and at ${thin} more nobody has looked for over half of the window.`;
}

function moveSentence({ unseen, moves: [most], worth }: Look, nameOf: (id: string) => string): string {
  const { scenario, p90, ifAbsent, ifPresent } = most!;
  return `${nameOf(scenario)} ${percent(p90)}: ${quietOrHigh(ifAbsent, ifPresent)}; ${share(unseen)} of its window unseen, worth ${inPoints(worth)}.`;
}

function lookSentence(look: Look, nameOf: (id: string) => string): string {
  return `${look.statement}: ${moveSentence(look, nameOf)}`;
}

function tableOf(looks: readonly Look[], nameOf: (id: string) => string) {
  return {
    columns: ["indicator", "level", "unseen", "forecast", "now", "if quiet", "if high", "points"],
    rows: looks.map(({ statement, level, unseen, worth, moves: [most] }) => [
      statement,
      levelName(level),
      unseen.toFixed(2),
      nameOf(most!.scenario),
      most!.p90.toFixed(3),
      most!.ifAbsent.toFixed(3),
      most!.ifPresent.toFixed(3),
      (100 * worth).toFixed(2),
    ]),
  };
}
