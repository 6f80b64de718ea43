import { useCallback } from "react";
import type { ScoreboardReply } from "../../src/api/contract.ts";
import { percent, share } from "../words/probability.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { probabilityAxis } from "./probability-axis.ts";

type Scores = NonNullable<ScoreboardReply["live"]["horizons"][number]["scores"]>;
type Bin = Scores["bins"][number];

const HEIGHT = 320;

interface ReliabilityChartProps {
  readonly name: string;
  readonly scores: Scores;
  readonly caption: string;
}

/** What was said against how often it came true; a point inside its band is what a reliable forecaster would show. */
export function ReliabilityChart({ name, scores: { bins }, caption }: ReliabilityChartProps) {
  const draw = useCallback((plot: Plot) => reliabilityPlot(plot, bins), [bins]);
  return (
    <Chart
      name={name}
      caption={caption}
      source="forecasts resolved by the rules of the watch"
      alt={`${caption} ${bins.map(inWords).join("; ")}.`}
      table={{
        columns: ["from", "to", "forecasts", "questions", "mean said", "came true", "band low", "band high"],
        rows: bins.map((bin) => [
          ...[bin.from, bin.to, bin.n, bin.questions],
          ...[bin.meanP, bin.frequency, bin.low, bin.high],
        ]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

function inWords({ meanP, frequency, n }: Bin): string {
  return `said ${percent(meanP)}, came true ${share(frequency)} of ${n}`;
}

function reliabilityPlot(plot: Plot, bins: readonly Bin[]) {
  return {
    height: HEIGHT,
    marginLeft: 40,
    marginBottom: 36,
    x: { ...probabilityAxis(), label: "said", labelArrow: "none" as const, labelAnchor: "center" as const },
    y: probabilityAxis(),
    marks: [
      plot.line([0, 1], {
        x: (p: number) => p,
        y: (p: number) => p,
        stroke: "var(--line-strong)",
        strokeDasharray: "3 3",
      }),
      plot.ruleX([...bins], {
        x: "meanP",
        y1: "low",
        y2: "high",
        stroke: "var(--accent)",
        strokeOpacity: 0.25,
        strokeWidth: 9,
      }),
      plot.dot([...bins], { x: "meanP", y: "frequency", r: 4, fill: "var(--accent)" }),
      plot.text([...bins], {
        x: "meanP",
        y: "frequency",
        text: ({ n }: Bin) => String(n),
        dy: -10,
        fill: "var(--ink-quiet)",
      }),
    ],
  };
}
