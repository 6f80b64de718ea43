import { useCallback } from "react";
import type { Agreement } from "#model/law.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { share } from "../words/probability.ts";

interface AgreementChartProps {
  readonly agreements: readonly Agreement[];
  readonly nameOf: (state: string) => string;
  readonly caption: string;
}

interface Row {
  readonly pair: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly told: string;
}

const ROW = 22;

/** For each two states the share of votes in which they voted alike, with its interval, the closest first. */
export function AgreementChart({ agreements, nameOf, caption }: AgreementChartProps) {
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const isNarrow = width < 640;
      return agreementPlot(plot, rowsOf(agreements, isNarrow ? (id) => id : nameOf), isNarrow);
    },
    [agreements, nameOf],
  );
  const [closest] = rowsOf(agreements, nameOf);
  return (
    <Chart
      name="voting-agreement"
      caption={caption}
      source="votes by state, as sources gave them by this day; intervals of 90 %"
      alt={`How often two states voted alike, the closest first: ${closest!.pair}, ${closest!.told}.`}
      table={{
        columns: ["state", "and", "votes", "alike", "low", "high"],
        rows: agreements.map(({ states: [a, b], votes, alike, low, high }) => [
          ...[nameOf(a), nameOf(b), votes, alike],
          ...[Number(low.toFixed(3)), Number(high.toFixed(3))],
        ]),
      }}
    >
      <PlotView draw={draw} height={agreements.length * ROW + 28} />
    </Chart>
  );
}

function rowsOf(agreements: readonly Agreement[], nameOf: (state: string) => string): Row[] {
  return agreements
    .map(({ states: [a, b], votes, alike, low, high }) => ({
      ...{ pair: `${nameOf(a)}, ${nameOf(b)}`, share: alike / votes, low, high },
      told: `${share(alike / votes)} of ${votes}`,
    }))
    .toSorted((a, b) => b.share - a.share || (a.pair < b.pair ? -1 : 1));
}

function agreementPlot(plot: Plot, rows: readonly Row[], isNarrow: boolean) {
  const ticks = isNarrow ? 2 : 5;
  const line = { y: "pair" } as const;
  return {
    height: rows.length * ROW + 28,
    ...{ marginLeft: isNarrow ? 72 : 208, marginRight: 76, marginTop: 4, marginBottom: 24 },
    x: { domain: [0, 1], label: null, tickSize: 0, tickFormat: share, ticks },
    y: { domain: rows.map(({ pair }) => pair), label: null, tickSize: 0 },
    marks: [
      plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks }),
      plot.ruleY(rows, { ...line, x1: "low", x2: "high", stroke: "var(--level-2)", strokeWidth: 4 }),
      plot.dot(rows, { ...line, x: "share", fill: "var(--level-4)", r: 4 }),
      plot.text(rows, {
        ...line,
        ...{ text: "told", frameAnchor: "right", textAnchor: "start", dx: 8, fill: "var(--ink-quiet)" },
      }),
    ],
  };
}
