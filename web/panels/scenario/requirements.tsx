import type { RequirementsReply } from "../../../src/api/contract.ts";
import { useRequirements } from "../../api/queries.ts";
import { Chart } from "../../charts/chart.tsx";
import { levelName } from "../../words/level.ts";
import { apart, oddsFactor, percent, quietOrHigh, share } from "../../words/probability.ts";
import { readLevel } from "../../words/what-if.ts";
import { Loaded } from "../loaded.tsx";
import { type ProbabilitySpan, probabilitySpan } from "./probability-span.ts";
import { MoveLine } from "./move-line.tsx";
import { RangeBar } from "./range-bar.tsx";

/** What would move one scenario's forecast: what to look at next, and what is only supposed. */
export function Requirements({ scenario }: { readonly scenario: string }) {
  return (
    <section className="panel stack" aria-label="What would move it">
      <h2>What would move it</h2>
      <Loaded query={useRequirements(scenario)} lines={8}>
        {(reply) => <Moves reply={reply} />}
      </Loaded>
    </section>
  );
}

interface MovesProps {
  readonly reply: RequirementsReply;
  readonly span: ProbabilitySpan;
}

function Moves({ reply }: Pick<MovesProps, "reply">) {
  const { p90, reports, assumptions } = reply;
  const ends = [
    ...reports.flatMap(({ ifAbsent, ifPresent }) => [ifAbsent, ifPresent]),
    ...assumptions.flatMap(({ low, high }) => [low.p, high.p]),
  ];
  const span = probabilitySpan([p90, ...ends]);
  return (
    <div className="stack">
      <p>
        Critical now or within 90 days: {percent(p90)}, the line in every bar. Bars run from {share(span[0])}{" "}
        to {share(span[1])}.
      </p>
      <Reports reply={reply} span={span} />
      <Assumptions reply={reply} span={span} />
    </div>
  );
}

/** Of what to look at next so many are drawn; the table has them all. */
const LOOKED_AT = 6;

/** Collection requirements: one window more of each indicator, quiet or high. */
function Reports({ reply: { scenario, p90, reports }, span }: MovesProps) {
  const [first] = reports;
  if (!first) return <p className="quiet">No indicator bears on this scenario.</p>;
  const gaps = reports.filter(({ level }) => level === "unknown").length;
  return (
    <>
      <h3>What to look at next</h3>
      <Chart
        name={`${scenario}-requirements`}
        caption={`One window more of “${first.statement}” would tell most: ${oddsFactor(first.expectedShift)} one way or the other, on average. ${moreSentence(reports.length - LOOKED_AT)}${gapsSentence(gaps, reports.length)}`}
        source="the elicited likelihood ratios of each indicator, high against quiet"
        alt={`What a further window of each indicator would make of the forecast: ${reports.map((each) => `${each.statement}: ${quietOrHigh(each.ifAbsent, each.ifPresent)}`).join("; ")}.`}
        table={{
          columns: [
            "indicator",
            "level",
            "if quiet",
            "if high",
            "chance of high",
            "expected shift (log-odds)",
          ],
          rows: reports.map((each) => [
            each.statement,
            levelName(readLevel(each.level)),
            rounded(each.ifAbsent),
            rounded(each.ifPresent),
            rounded(each.chancePresent),
            rounded(each.expectedShift),
          ]),
        }}
        isInteractive
        isSvg={false}
      >
        <ul className="moves">
          {reports.slice(0, LOOKED_AT).map((each) => (
            <MoveLine
              key={each.indicator}
              indicator={each.indicator}
              statement={each.statement}
              level={readLevel(each.level)}
              bar={<RangeBar from={each.ifAbsent} to={each.ifPresent} now={p90} span={span} />}
            >
              {quietOrHigh(each.ifAbsent, each.ifPresent)}
            </MoveLine>
          ))}
        </ul>
      </Chart>
    </>
  );
}

function moreSentence(more: number): string {
  return more > 0 ? `${more} more would tell less; the table has them. ` : "";
}

function gapsSentence(gaps: number, all: number): string {
  if (gaps === 0) return "All are watched already.";
  return `${gaps} of ${all} ${gaps === 1 ? "is" : "are"} unknown today: gaps in collection.`;
}

/** Swings below this, half a point, are counted and not drawn. */
const DRAWN = 0.005;

/** A tornado of the elicited numbers, one at a time over its own 90 % interval. */
function Assumptions({ reply: { scenario, p90, assumptions }, span }: MovesProps) {
  const drawn = assumptions.filter(({ low, high }) => Math.abs(high.p - low.p) >= DRAWN);
  const rest = assumptions.length - drawn.length;
  const others = rest > 0 ? ` ${rest} more move it by less than half a point each.` : "";
  return (
    <>
      <h3>What is only supposed</h3>
      <Chart
        name={`${scenario}-tornado`}
        caption={`${drawn[0] ? `“${drawn[0].statement}” matters most.` : "None matters."}${others}`}
        source="the watch's elicited numbers, one at a time over its 90 % interval"
        alt={`What each assumption makes of the forecast: ${drawn.map((each) => `${each.statement}: ${percent(each.low.p)} to ${percent(each.high.p)}`).join("; ")}.`}
        table={{
          columns: ["assumption", "low", "forecast at low", "high", "forecast at high"],
          rows: assumptions.map(({ statement, low, high }) => [
            statement,
            rounded(low.value),
            rounded(low.p),
            rounded(high.value),
            rounded(high.p),
          ]),
        }}
        isInteractive
        isSvg={false}
      >
        <ul className="moves">
          {drawn.map(({ about, statement, low, high }) => (
            <li key={statement} className="move">
              <span className="move-statement">{statement}</span>
              <RangeBar from={low.p} to={high.p} now={p90} span={span} />
              <span className="move-ends">{ends(about, low, high)}</span>
            </li>
          ))}
        </ul>
      </Chart>
    </>
  );
}

type Assumption = RequirementsReply["assumptions"][number];

/** `98 % at 0.087 %, 95 % at 5 %`. */
function ends(about: Assumption["about"], low: Assumption["low"], high: Assumption["high"]): string {
  const [atLow, atHigh] = apart(low.p, high.p);
  return `${atLow} at ${amount(about, low.value)}, ${atHigh} at ${amount(about, high.value)}`;
}

/** Growth is a factor, the others are shares. */
function amount(about: Assumption["about"], value: number): string {
  return about === "reporting" ? `× ${rounded(value)}` : `${rounded(value * 100)}\u202f%`;
}

const rounded = (value: number) => Number(value.toPrecision(2));
